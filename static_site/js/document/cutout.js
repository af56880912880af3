// Photo and matte to the pixels of the cutout: straight alpha, and no colour where nothing is to be seen.

/** @import { Matte, Picture } from './picture.js' */

/**
 * Write one row of the cutout. The photo's own transparency is kept: the alphas are multiplied. Colour is the
 * photo's own, untouched, or zero where alpha is zero: what was removed must not be recoverable from the file.
 * @param {Picture} original
 * @param {Matte} matte  of the original's size
 * @param {number} y  row, in image pixels
 * @param {Uint8Array | Uint8ClampedArray} row  receives width * 4 values, RGBA
 */
export function writeCutoutRow(original, matte, y, row) {
  const { width, rgba } = original;
  let from = y * width * 4;
  let at = y * width;
  for (let to = 0; to < width * 4; to += 4, from += 4, at++) {
    const alpha = Math.round((rgba[from + 3] * matte.alpha[at]) / 255);
    const seen = alpha > 0;
    row[to] = seen ? rgba[from] : 0;
    row[to + 1] = seen ? rgba[from + 1] : 0;
    row[to + 2] = seen ? rgba[from + 2] : 0;
    row[to + 3] = alpha;
  }
}

/**
 * A smaller cutout for the screen: each pixel is the mean of the original's pixels under it. Colours are weighted
 * by alpha, or removed background would bleed back into the edges.
 * @param {Picture} original
 * @param {Matte} matte  of the original's size
 * @param {number} width  at most the original's
 * @param {number} height  at most the original's
 * @returns {Picture}
 */
export function shrinkCutout(original, matte, width, height) {
  const rgba = new Uint8ClampedArray(width * height * 4);
  const row = new Uint8ClampedArray(original.width * 4);
  const sums = new Float64Array(width * 4);
  const counts = new Uint32Array(width);
  let y = 0;
  for (let targetY = 0; targetY < height; targetY++) {
    sums.fill(0);
    counts.fill(0);
    for (const end = Math.ceil(((targetY + 1) * original.height) / height); y < end; y++) {
      writeCutoutRow(original, matte, y, row);
      addRow(row, original.width, width, sums, counts);
    }
    for (let x = 0; x < width; x++) {
      const to = (targetY * width + x) * 4;
      const alphaSum = sums[x * 4 + 3];
      if (alphaSum === 0) continue;
      for (let channel = 0; channel < 3; channel++) rgba[to + channel] = sums[x * 4 + channel] / alphaSum;
      rgba[to + 3] = alphaSum / counts[x];
    }
  }
  return { width, height, rgba };
}

/**
 * @param {Uint8ClampedArray} row  RGBA
 * @param {number} rowWidth
 * @param {number} width  of the smaller picture
 * @param {Float64Array} sums  per target pixel: colour times alpha, and alpha
 * @param {Uint32Array} counts  per target pixel: pixels summed
 */
function addRow(row, rowWidth, width, sums, counts) {
  for (let x = 0; x < rowWidth; x++) {
    const target = Math.floor((x * width) / rowWidth);
    const alpha = row[x * 4 + 3];
    counts[target]++;
    if (alpha === 0) continue;
    sums[target * 4] += row[x * 4] * alpha;
    sums[target * 4 + 1] += row[x * 4 + 1] * alpha;
    sums[target * 4 + 2] += row[x * 4 + 2] * alpha;
    sums[target * 4 + 3] += alpha;
  }
}
