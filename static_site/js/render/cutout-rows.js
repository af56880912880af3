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
      unmix(edgeColours, x, y, share, rgba, from, row, to);
    }
  }
}

/**
 * The last correction of blur fusion, F = Fq + gain (I - a Fq - (1 - a) Bq), at the photo's full size.
 * @param {EdgeColours} edgeColours  Fq and Bq, taken bilinearly
 * @param {number} x  image pixels
 * @param {number} y  image pixels
 * @param {number} level  255 a, 0..255
 * @param {Uint8ClampedArray} rgba  of the photo
 * @param {number} from  where its pixel stands
 * @param {Uint8Array | Uint8ClampedArray} row
 * @param {number} to
 */
function unmix({ width, height, foreground, background }, x, y, level, rgba, from, row, to) {
  const share = level / 255;
  // Pixel centres are matched to pixel centres.
  const column = Math.min(Math.max((x + 0.5) / EDGE_COLOURS_SHRINK - 0.5, 0), width - 1);
  const line = Math.min(Math.max((y + 0.5) / EDGE_COLOURS_SHRINK - 0.5, 0), height - 1);
  const left = Math.floor(column);
  const top = Math.floor(line);
  const across = column - left;
  const down = line - top;
  const topLeft = (top * width + left) * 3;
  const topRight = left + 1 < width ? topLeft + 3 : topLeft;
  const lower = top + 1 < height ? width * 3 : 0;
  const weightTopLeft = (1 - across) * (1 - down);
  const weightTopRight = across * (1 - down);
  const weightBottomLeft = (1 - across) * down;
  const weightBottomRight = across * down;
  for (let channel = 0; channel < 3; channel++) {
    const a = topLeft + channel;
    const b = topRight + channel;
    const front =
      foreground[a] * weightTopLeft +
      foreground[b] * weightTopRight +
      foreground[a + lower] * weightBottomLeft +
      foreground[b + lower] * weightBottomRight;
    const back =
      background[a] * weightTopLeft +
      background[b] * weightTopRight +
      background[a + lower] * weightBottomLeft +
      background[b + lower] * weightBottomRight;
    const colour = front + SUBJECT_GAINS[level] * (rgba[from + channel] - share * front - (1 - share) * back);
    row[to + channel] = Math.round(Math.min(Math.max(colour, 0), 255));
  }
}
