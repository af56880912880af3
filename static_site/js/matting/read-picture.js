// The pixels of a small picture that we or the server made: opaque, and without a colour profile.

/** @import { Picture } from '../document/picture.js' */

/**
 * @param {Blob} blob
 * @returns {Promise<Picture | null>} null when it is no picture
 */
export async function readPicture(blob) {
  const bitmap = await createImageBitmap(blob, { colorSpaceConversion: 'none' }).catch(() => null);
  if (!bitmap) return null;
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new RangeError('no memory for a canvas');
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return { width, height, rgba: context.getImageData(0, 0, width, height).data };
}
