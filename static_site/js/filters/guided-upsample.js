// A small matte to the photo's full size: the photo's own colours say where its edges run between the small pixels.

import { evaluateLines } from './colour-lines.js';
import { guidedCoefficients } from './guided-coefficients.js';
import { placeSamples, resizeMatte } from './resize-matte.js';
import { shrinkPhoto } from './shrink-photo.js';

/** @import { Matte, Picture } from '../document/picture.js' */

/** Of the guided filter's windows, in the small matte's pixels. */
const RADIUS_PX = 2;

/** Variance of colour (of 255 levels) below which there is no edge to follow. */
const EPSILON = 50;

/** Rows between two reports of progress: often enough to be smooth, rare enough to cost nothing. */
const ROWS_PER_REPORT = 256;

/**
 * Fast guided upsampling (He and Sun, 2015): slopes are found at the small size and applied at the full one. Added to
 * the small matte, they give it back exactly when shrunk. Every result stays within the levels of the small pixels
 * around it, so what is all subject or all background stays so to the last pixel.
 * @param {Matte} small
 * @param {Picture} original
 * @param {(fraction: number) => void} [onProgress]  called with 0..1
 * @returns {Matte} of the original's size
 */
export function upsampleMatte(small, original, onProgress = () => {}) {
  const { width, height, rgba } = original;
  if (small.width === width && small.height === height) return { ...small, alpha: small.alpha.slice() };
  if (small.width > width || small.height > height) return resizeMatte(small, original);
  const lines = fitLines(small, original);
  const ranges = findRanges(small);
  const alpha = new Uint8Array(width * height);
  const columns = placeSamples(small.width, width);
  const rows = placeSamples(small.height, height);
  for (let y = 0; y < height; y++) {
    if (y % ROWS_PER_REPORT === 0) onProgress(y / height);
    for (let x = 0, end = 0; x < width; x = end) {
      const column = columns.first[x];
      while (end < width && columns.first[end] === column) end++;
      const cell = rows.first[y] * small.width + column;
      const low = ranges.low[cell];
      const high = ranges.high[cell];
      if (low === high) {
        alpha.fill(low, y * width + x, y * width + end);
        continue;
      }
      for (let inCell = x; inCell < end; inCell++) {
        const at = y * width + inCell;
        const level = evaluateLines(lines, small.width, columns, rows, inCell, y, rgba, at * 4);
        alpha[at] = level < low ? low : level > high ? high : level + 0.5;
      }
    }
  }
  return { width, height, alpha };
}

/**
 * @param {Matte} small
 * @param {Picture} original
 * @returns {Float32Array} per small pixel: slopes for red, green and blue, and the offset
 */
function fitLines({ width, height, alpha }, original) {
  const guide = shrinkPhoto(original, { width, height });
  const [red, green, blue] = guidedCoefficients(guide, alpha, width, height, RADIUS_PX, EPSILON);
  const lines = new Float32Array(alpha.length * 4);
  for (let at = 0; at < alpha.length; at++) {
    lines[at * 4] = red[at];
    lines[at * 4 + 1] = green[at];
    lines[at * 4 + 2] = blue[at];
    // Not the mean of the windows' offsets, which would blur: the small pixel's own level.
    lines[at * 4 + 3] = alpha[at] - red[at] * guide[0][at] - green[at] * guide[1][at] - blue[at] * guide[2][at];
  }
  return lines;
}

/**
 * Lowest and highest level around each cell, that is between a small pixel and its right and lower neighbours: of
 * those four and of all that touch them.
 * @param {Matte} small
 * @returns {{low: Uint8Array, high: Uint8Array}}
 */
function findRanges({ width, height, alpha }) {
  const low = new Uint8Array(alpha.length);
  const high = new Uint8Array(alpha.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let least = 255;
      let most = 0;
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 2); row++) {
        for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 2); column++) {
          const level = alpha[row * width + column];
          if (level < least) least = level;
          if (level > most) most = level;
        }
      }
      low[y * width + x] = least;
      high[y * width + x] = most;
    }
  }
  return { low, high };
}
