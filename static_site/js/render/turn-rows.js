// Resamples a picture that lies at any angle.

import { cubicWeights } from './axis-weights.js';
import { writeStraightRow } from './straight-row.js';

/**
 * @import { Matrix } from '../document/matrix.js'
 * @import { Picture, Rect } from '../document/picture.js'
 * @import { PixelRows } from './pixel-rows.js'
 */

/**
 * Catmull-Rom on colours that are weighted by alpha; beyond its border the picture is transparent.
 * @param {Picture} picture
 * @param {Matrix} toPicture  from target pixels to the picture's
 * @param {Rect} region  of the target
 * @returns {PixelRows}
 */
export function turnRows(picture, [a, b, c, d, e, f], region) {
  const sums = new Float32Array(region.width * 4);
  return {
    width: region.width,
    height: region.height,
    writeRow(y, row) {
      // Pixel centres are matched to pixel centres.
      const targetX = region.x + 0.5;
      const targetY = region.y + y + 0.5;
      let across = a * targetX + c * targetY + e - 0.5;
      let down = b * targetX + d * targetY + f - 0.5;
      for (let at = 0; at < sums.length; at += 4, across += a, down += b) {
        sumNeighbours(picture, across, down, sums, at);
      }
      writeStraightRow(sums, row);
    },
  };
}

/**
 * @param {Picture} picture
 * @param {number} across  picture pixels, 0 = centre of the first
 * @param {number} down
 * @param {Float32Array} sums  receives colour times alpha, and alpha
 * @param {number} to
 */
function sumNeighbours({ width, height, rgba }, across, down, sums, to) {
  sums[to] = sums[to + 1] = sums[to + 2] = sums[to + 3] = 0;
  const left = Math.floor(across);
  const top = Math.floor(down);
  if (left < -2 || top < -2 || left > width || top > height) return;
  const columns = cubicWeights(across - left);
  const rows = cubicWeights(down - top);
  for (let row = 0; row < 4; row++) {
    const y = top + row - 1;
    if (y < 0 || y >= height || rows[row] === 0) continue;
    for (let column = 0; column < 4; column++) {
      const x = left + column - 1;
      if (x < 0 || x >= width) continue;
      const from = (y * width + x) * 4;
      const weight = rows[row] * columns[column] * rgba[from + 3];
      if (weight === 0) continue;
      sums[to] += rgba[from] * weight;
      sums[to + 1] += rgba[from + 1] * weight;
      sums[to + 2] += rgba[from + 2] * weight;
      sums[to + 3] += weight;
    }
  }
}
