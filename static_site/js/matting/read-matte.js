// The server's 8-bit grey PNG to alpha values.

import { Failure } from '../document/failure.js';

/** @import { Matte, SmallCopy } from '../document/picture.js' */

/**
 * @param {Blob} png
 * @param {SmallCopy} copy  whose matte it should be
 * @returns {Promise<Matte>}
 */
export async function readMatte(png, copy) {
  const bitmap = await createImageBitmap(png, { colorSpaceConversion: 'none' }).catch(() => null);
  if (!bitmap || bitmap.width !== copy.width || bitmap.height !== copy.height) throw new Failure('bad_answer');
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = /** @type {OffscreenCanvasRenderingContext2D} */ (
    canvas.getContext('2d', { willReadFrequently: true })
  );
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const { data } = context.getImageData(0, 0, copy.width, copy.height);
  // Grey and opaque, so any colour channel holds the matte unchanged.
  const alpha = new Uint8Array(copy.width * copy.height);
  for (let index = 0; index < alpha.length; index++) alpha[index] = data[index * 4];
  return { width: copy.width, height: copy.height, alpha };
}
