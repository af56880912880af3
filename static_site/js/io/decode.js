// A file to its upright pixels; of a photo also the small copy for the matting engine, and a preview for the screen.

import { runJob } from '../workers/run-job.js';

/** @import { Picture, SmallCopy } from '../document/picture.js' */
/** @import { JobOptions } from '../document/state.js' */

/**
 * @typedef {object} DecodedPhoto
 * @property {Picture} original
 * @property {SmallCopy} copy
 * @property {ImageBitmap} preview  the original, at most PREVIEW_SIDE_PX on its long side
 */

/**
 * A photo to cut out.
 * @param {Blob} file
 * @param {JobOptions} options
 * @returns {Promise<DecodedPhoto>}
 * @throws {import('../document/failure.js').Failure} when this browser cannot read the file, or it is too large
 */
export function decodePhoto(file, options) {
  return decode({ file, isPhoto: true }, options);
}

/**
 * A matte or a background: a picture of which only the pixels are wanted.
 * @param {Blob} file
 * @param {JobOptions} options
 * @returns {Promise<Picture>}
 * @throws {import('../document/failure.js').Failure} as for a photo
 */
export async function decodePicture(file, options) {
  return (await decode({ file, isPhoto: false }, options)).original;
}

/**
 * @param {{file: Blob, isPhoto: boolean}} request
 * @param {JobOptions} options
 */
function decode(request, options) {
  return runJob(new URL('./decode-worker.js', import.meta.url), request, options);
}
