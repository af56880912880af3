// Brings a small matte to the size of its photo.

/** @import { Matte } from './picture.js' */

/** Rows between two reports of progress: often enough to be smooth, rare enough to cost nothing. */
const ROWS_PER_REPORT = 256;

/**
 * Where each target column or row falls in the source: the two neighbours and the weight of the second.
 * Pixel centres are matched to pixel centres, or the matte would drift by half a source pixel towards the origin.
 * @param {number} sourceLength
 * @param {number} targetLength
 */
function placeSamples(sourceLength, targetLength) {
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
 * Upscale a matte bilinearly.
 * @param {Matte} matte  in the small copy's pixels
 * @param {number} width  of the photo
 * @param {number} height  of the photo
 * @param {(fraction: number) => void} [onProgress]  called with 0..1
 * @returns {Matte} in the photo's pixels
 */
export function upscaleMatte(matte, width, height, onProgress = () => {}) {
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
    if (y % ROWS_PER_REPORT === 0) onProgress(y / height);
  }
  return { width, height, alpha };
}
