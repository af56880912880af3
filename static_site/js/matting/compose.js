// A small matte to the full-size cutout and a preview of it, in a worker.

import { runJob } from '../workers/run-job.js';

/** @import { EdgeColours, Matte, Picture } from '../document/picture.js' */
/** @import { JobOptions } from '../document/state.js' */

/**
 * @typedef {object} Composed
 * @property {Picture} original  the same pixels, back from the worker
 * @property {Matte} matte  of the original's size
 * @property {EdgeColours} edgeColours
 * @property {Picture} preview  the cutout, at most PREVIEW_SIDE_PX on its long side
 */

/**
 * Pixels that aren't shared move to the worker and come back: at 12 megapixels a copy would be 48 MB. When the job is
 * aborted they are gone, and so is the need for them.
 * @param {Picture} original
 * @param {Matte} smallMatte
 * @param {JobOptions} options
 * @returns {Promise<Composed>}
 */
export function compose(original, smallMatte, options) {
  const address = new URL('./compose-worker.js', import.meta.url);
  return runJob(address, { original, smallMatte }, { ...options, transfer: [original.rgba.buffer] });
}
