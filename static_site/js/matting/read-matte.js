// The server's 8-bit grey PNG to alpha values.

import { Failure } from '../document/failure.js';
import { readPicture } from './read-picture.js';

/** @import { Matte, SmallCopy } from '../document/picture.js' */

/**
 * @param {Blob} png
 * @param {SmallCopy} copy  whose matte it should be
 * @returns {Promise<Matte>}
 */
export async function readMatte(png, copy) {
  const picture = await readPicture(png);
  if (!picture || picture.width !== copy.width || picture.height !== copy.height) throw new Failure('bad_answer');
  const { rgba } = picture;
  // Grey and opaque, so any colour channel holds the matte unchanged.
  const alpha = new Uint8Array(copy.width * copy.height);
  for (let index = 0; index < alpha.length; index++) alpha[index] = rgba[index * 4];
  return { width: copy.width, height: copy.height, alpha };
}
