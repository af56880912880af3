// Photo, matte and edge colours to the pixels of the cutout: straight alpha, no fringe, no colour where nothing is seen.

import { EDGE_COLOURS_SHRINK } from '../document/picture.js';
import { unmixGain } from '../filters/unmix.js';

/** @import { Cutout, EdgeColours } from '../document/picture.js' */

/** For each level of alpha: how much of the residual goes to the subject's colour. */
const SUBJECT_GAINS = Float64Array.from({ length: 256 }, (_, level) => (level / 255) * unmixGain(level / 255));

/**
 * Write a part of one row of the cutout. Where the matte is 255 the colour is the photo's own, byte by byte. On soft
 * pixels the background's share is taken out of it. Where alpha is zero so is the colour: what was removed must not
 * be recoverable. The photo's own transparency is kept: the alphas are multiplied.
 * @param {Cutout} cutout
 * @param {number} y  row, in image pixels
 * @param {Uint8Array | Uint8ClampedArray} row  receives (right - left) * 4 values, RGBA
 * @param {number} [left]  first column, in image pixels
 * @param {number} [right]  column after the last
 */
export function writeCutoutRow({ original, matte, edgeColours }, y, row, left = 0, right = original.width) {
  const { width, rgba } = original;
  /** @type {ReturnType<typeof edgeRow> | null} */
  let edges = null;
  let pixel = y * width + left;
  let from = pixel * 4;
  for (let x = left, to = 0; x < right; x++, to += 4, from += 4, pixel++) {
    const share = matte.alpha[pixel];
    const own = rgba[from + 3];
    const alpha = own === 255 ? share : Math.round((share * own) / 255);
    row[to + 3] = alpha;
    if (alpha === 0) {
      row[to] = row[to + 1] = row[to + 2] = 0;
    } else if (share === 255) {
      row[to] = rgba[from];
      row[to + 1] = rgba[from + 1];
      row[to + 2] = rgba[from + 2];
    } else {
      edges ??= edgeRow(edgeColours, y);
      unmix(edges, x, share, rgba, from, row, to);
    }
  }
}

/**
 * Where a row of the photo lies between two rows of the edge colours.
 * @param {EdgeColours} edgeColours
 * @param {number} y  image pixels
 */
function edgeRow({ width, height, foreground, background }, y) {
  // Pixel centres are matched to pixel centres.
  const line = Math.min(Math.max((y + 0.5) / EDGE_COLOURS_SHRINK - 0.5, 0), height - 1);
  const top = Math.floor(line);
  return {
    foreground,
    background,
    lastColumn: width - 1,
    start: top * width * 3,
    lower: top + 1 < height ? width * 3 : 0,
    down: line - top,
  };
}

/**
 * The last correction of blur fusion, F = Fq + gain (I - a Fq - (1 - a) Bq), at the photo's full size.
 * @param {ReturnType<typeof edgeRow>} edges  Fq and Bq, taken bilinearly
 * @param {number} x  image pixels
 * @param {number} level  255 a, 0..255
 * @param {Uint8ClampedArray} rgba  of the photo
 * @param {number} from  where its pixel stands
 * @param {Uint8Array | Uint8ClampedArray} row
 * @param {number} to
 */
function unmix({ foreground, background, lastColumn, start, lower, down }, x, level, rgba, from, row, to) {
  const share = level / 255;
  const gain = SUBJECT_GAINS[level];
  const column = Math.min(Math.max((x + 0.5) / EDGE_COLOURS_SHRINK - 0.5, 0), lastColumn);
  const left = column | 0;
  const across = column - left;
  const step = left < lastColumn ? 3 : 0;
  const weightTopLeft = (1 - across) * (1 - down);
  const weightTopRight = across * (1 - down);
  const weightBottomLeft = (1 - across) * down;
  const weightBottomRight = across * down;
  for (let channel = 0, at = start + left * 3; channel < 3; channel++, at++) {
    const front =
      foreground[at] * weightTopLeft +
      foreground[at + step] * weightTopRight +
      foreground[at + lower] * weightBottomLeft +
      foreground[at + step + lower] * weightBottomRight;
    const back =
      background[at] * weightTopLeft +
      background[at + step] * weightTopRight +
      background[at + lower] * weightBottomLeft +
      background[at + step + lower] * weightBottomRight;
    const colour = front + gain * (rgba[from + channel] - share * front - (1 - share) * back);
    row[to + channel] = colour < 0 ? 0 : colour > 255 ? 255 : (colour + 0.5) | 0;
  }
}
