// Resamples rows along both axes, upright: enlarges, shrinks, or shifts by parts of a pixel.

import { writeStraightRow } from './straight-row.js';

/**
 * @import { AxisWeights } from './axis-weights.js'
 * @import { PixelRows } from './pixel-rows.js'
 */

/**
 * Colours are weighted by alpha, or what was removed would bleed back into the edges. Of the source, only as many rows
 * are kept as one target row needs.
 * @param {PixelRows} source
 * @param {AxisWeights} columns
 * @param {AxisWeights} rows
 * @returns {PixelRows}
 */
export function resampleRows(source, columns, rows) {
  const width = columns.first.length;
  const ends = columns.first.map((first, index) => first + columns.count[index]);
  const left = columns.first.reduce(
    (least, first, index) => (columns.count[index] ? Math.min(least, first) : least),
    source.width,
  );
  const right = ends.reduce((most, end, index) => (columns.count[index] ? Math.max(most, end) : most), left);
  const read = new Uint8Array((right - left) * 4);
  const lines = Array.from({ length: rows.taps }, () => new Float32Array(width * 4));
  const lineOf = new Int32Array(rows.taps).fill(-1);
  const sums = new Float32Array(width * 4);

  /** @param {number} y  of the source */
  const resampledLine = (y) => {
    const slot = y % rows.taps;
    if (lineOf[slot] !== y) {
      source.writeRow(y, read, left, right);
      resampleLine(read, left, columns, lines[slot]);
      lineOf[slot] = y;
    }
    return lines[slot];
  };

  return {
    width,
    height: rows.first.length,
    writeRow(y, row) {
      sums.fill(0);
      for (let tap = 0; tap < rows.count[y] && right > left; tap++) {
        const weight = rows.weights[y * rows.taps + tap];
        const line = resampledLine(rows.first[y] + tap);
        for (let at = 0; at < sums.length; at++) sums[at] += line[at] * weight;
      }
      writeStraightRow(sums, row);
    },
  };
}

/**
 * @param {Uint8Array} read  straight RGBA, from column `left`
 * @param {number} left
 * @param {AxisWeights} columns
 * @param {Float32Array} line  receives colour times alpha, and alpha
 */
function resampleLine(read, left, { taps, first, count, weights }, line) {
  for (let x = 0, to = 0; x < first.length; x++, to += 4) {
    let red = 0;
    let green = 0;
    let blue = 0;
    let alpha = 0;
    let from = (first[x] - left) * 4;
    for (let tap = 0; tap < count[x]; tap++, from += 4) {
      const weight = weights[x * taps + tap] * read[from + 3];
      red += read[from] * weight;
      green += read[from + 1] * weight;
      blue += read[from + 2] * weight;
      alpha += weight;
    }
    line[to] = red;
    line[to + 1] = green;
    line[to + 2] = blue;
    line[to + 3] = alpha;
  }
}
