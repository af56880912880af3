// Reads a decoded photo's pixels, exactly, whatever its size.

import { isSamePicture, readStraight } from './straight-pixels.js';

/** @import { Picture } from '../document/picture.js' */

/** Read in bands: iOS gives black for a canvas of more than 16,777,216 pixels. */
const BAND_PIXELS = 2_000_000;

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
  return straight && isSamePicture(straight, picture.rgba) ? { ...picture, rgba: straight } : picture;
}

/**
 * Exact where alpha is 255; where it is 0 there is no colour to keep. In between a canvas is premultiplied.
 * @param {ImageBitmap} bitmap
 * @param {(fraction: number) => void} onProgress
 * @returns {Picture}
 */
function readByCanvas(bitmap, onProgress) {
  const { width, height } = bitmap;
  const rgba = new Uint8ClampedArray(width * height * 4);
  const bandRows = Math.min(height, Math.max(1, Math.floor(BAND_PIXELS / width)));
  const canvas = new OffscreenCanvas(width, bandRows);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new RangeError('no memory for a canvas');
  context.globalCompositeOperation = 'copy';
  for (let y = 0; y < height; y += bandRows) {
    const rows = Math.min(bandRows, height - y);
    context.drawImage(bitmap, 0, -y);
    rgba.set(context.getImageData(0, 0, width, rows).data, y * width * 4);
    onProgress((y + rows) / height);
  }
  return { width, height, rgba };
}

/** @param {Uint8ClampedArray} rgba */
function hasSoftAlpha(rgba) {
  for (let at = 3; at < rgba.length; at += 4) if (rgba[at] > 0 && rgba[at] < 255) return true;
  return false;
}
