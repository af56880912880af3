// A matte at another size, bilinearly; and where the pixels of one size lie between those of another.

/** @import { Matte } from '../document/picture.js' */

/**
 * Where each target column or row falls in the source: the two neighbours and the weight of the second.
 * Pixel centres are matched to pixel centres, or the matte would drift by half a source pixel towards the origin.
 * @param {number} sourceLength
 * @param {number} targetLength
 * @returns {{first: Uint32Array, second: Uint32Array, weight: Float32Array}}
 */
export function placeSamples(sourceLength, targetLength) {
  const first = new Uint32Array(targetLength);
  const second = new Uint32Array(targetLength);
  const weight = new Float32Array(targetLength);
  const step = sourceLength / targetLength;
  for (let index = 0; index < targetLength; index++) {
    const at = Math.min(Math.max((index + 0.5) * step - 0.5, 0), sourceLength - 1);
    first[index] = Math.floor(at);
    second[index] = Math.min(first[index] + 1, sourceLength - 1);
    weight[index] = at - first[index];
  }
  return { first, second, weight };
}

/**
 * @param {Matte} matte
 * @param {{width: number, height: number}} size
 * @returns {Matte} of that size
 */
export function resizeMatte(matte, { width, height }) {
  const source = matte.alpha;
  const alpha = new Uint8Array(width * height);
  const columns = placeSamples(matte.width, width);
  const rows = placeSamples(matte.height, height);
  const blended = new Float32Array(matte.width);
  for (let y = 0; y < height; y++) {
    const upper = rows.first[y] * matte.width;
    const lower = rows.second[y] * matte.width;
    const down = rows.weight[y];
    for (let x = 0; x < matte.width; x++) {
      blended[x] = source[upper + x] + (source[lower + x] - source[upper + x]) * down;
    }
    const start = y * width;
    for (let x = 0; x < width; x++) {
      const left = blended[columns.first[x]];
      alpha[start + x] = left + (blended[columns.second[x]] - left) * columns.weight[x] + 0.5;
    }
  }
  return { width, height, alpha };
}
