// The cutout to a full-size PNG file, in a worker.

import { runJob } from '../workers/run-job.js';

/** @import { Cutout } from '../document/picture.js' */
/** @import { Progress } from '../document/state.js' */

/**
 * The pixels are copied to the worker, not moved: the page still needs them if the job is cancelled.
 * @param {Cutout} cutout
 * @param {{signal: AbortSignal, onProgress: (progress: Progress) => void}} options
 * @returns {Promise<Blob>}
 */
export function encodePng(cutout, options) {
  return runJob(new URL('./encode-png-worker.js', import.meta.url), cutout, options);
}
