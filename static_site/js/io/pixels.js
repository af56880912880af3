// Reads a decoded photo's pixels, exactly, whatever its size.

import { allocateShared } from '../workers/shared-memory.js';
import { readBands } from './bitmap-bands.js';
import { isSamePicture, readStraight } from './straight-pixels.js';

/** @import { Picture } from '../document/picture.js' */

/**
 * @param {ImageBitmap} bitmap  upright
 * @param {Blob} file  the bitmap's source
 * @param {string} type  its media type, by its bytes
 * @param {(fraction: number) => void} onProgress
 * @returns {Promise<Picture>}
 */
export async function readPixels(bitmap, file, type, onProgress) {
  const picture = readByCanvas(bitmap, onProgress);
  if (!hasSoftAlpha(picture.rgba)) return picture;
  const straight = await readStraight(file, type);
  if (straight && isSamePicture(straight, picture.rgba)) picture.rgba.set(straight);
  return picture;
}

/**
 * Exact where alpha is 255; where it is 0 there is no colour to keep. In between a canvas is premultiplied.
 * @param {ImageBitmap} bitmap
 * @param {(fraction: number) => void} onProgress
 * @returns {Picture}
 */
function readByCanvas(bitmap, onProgress) {
  const { width, height } = bitmap;
  const rgba = new Uint8ClampedArray(allocateShared(width * height * 4));
  for (const { y, rows, data } of readBands(bitmap)) {
    rgba.set(data, y * width * 4);
    onProgress((y + rows) / height);
  }
  return { width, height, rgba };
}

/** @param {Uint8ClampedArray} rgba */
function hasSoftAlpha(rgba) {
  for (let at = 3; at < rgba.length; at += 4) if (rgba[at] > 0 && rgba[at] < 255) return true;
  return false;
}
