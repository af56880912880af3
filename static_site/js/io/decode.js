// A file to its upright pixels, the small copy for the matting engine, and a preview for the screen.

import { runJob } from '../workers/run-job.js';

/** @import { Picture, SmallCopy } from '../document/picture.js' */
/** @import { Progress } from '../document/state.js' */

/**
 * @typedef {object} DecodedPhoto
 * @property {Picture} original
 * @property {SmallCopy} copy
 * @property {ImageBitmap} preview  the original, at most PREVIEW_SIDE_PX on its long side
 */

/**
 * @param {Blob} file
 * @param {{signal: AbortSignal, onProgress: (progress: Progress) => void}} options
 * @returns {Promise<DecodedPhoto>}
 * @throws {import('../document/failure.js').Failure} when this browser cannot read the file, or it is too large
 */
export function decodePhoto(file, options) {
  return runJob(new URL('./decode-worker.js', import.meta.url), { file }, options);
}
