// The subject's drop shadow: its alpha, moved and blurred.

import { multiply } from '../document/matrix.js';
import { gaussianBlur } from '../filters/gaussian-blur.js';
import { parseColour } from './colour.js';
import { placeRows } from './place-rows.js';

/**
 * @import { Matrix } from '../document/matrix.js'
 * @import { Shadow } from '../document/scene.js'
 * @import { PixelRows } from './pixel-rows.js'
 */

/** A blur of three pixels or more hides that its map is smaller than the picture. */
const LEAST_MAP_SIGMA_PX = 3;

/** Beyond three standard deviations three boxes have nothing left to say. */
const REACH_SIGMAS = 3;

/**
 * @param {PixelRows} subject  the cutout
 * @param {Matrix} matrix  image pixels to artboard pixels
 * @param {Shadow} shadow
 * @param {{width: number, height: number}} artboard
 * @returns {PixelRows} the shadow's colour, with its alpha
 */
export function shadowRows(subject, matrix, shadow, { width, height }) {
  const angle = (shadow.angleDeg * Math.PI) / 180;
  const dx = Math.cos(angle) * shadow.distancePx;
  const dy = Math.sin(angle) * shadow.distancePx;
  const shrink = 2 ** Math.max(0, Math.floor(Math.log2(shadow.blurPx / LEAST_MAP_SIGMA_PX)));
  const reach = REACH_SIGMAS * shadow.blurPx + shrink;
  const x = Math.floor((0 - dx - reach) / shrink);
  const y = Math.floor((0 - dy - reach) / shrink);
  const region = {
    x,
    y,
    width: Math.ceil((width - dx + reach) / shrink) - x,
    height: Math.ceil((height - dy + reach) / shrink) - y,
  };
  const placed = placeRows(subject, multiply([1 / shrink, 0, 0, 1 / shrink, 0, 0], matrix), region);
  const alpha = gaussianBlur(readAlpha(placed), region, shadow.blurPx / shrink);
  const [red, green, blue] = parseColour(shadow.colour);
  const columns = places(width, (0.5 - dx) / shrink - x, 1 / shrink);
  const lines = places(height, (0.5 - dy) / shrink - y, 1 / shrink);

  return {
    width,
    height,
    writeRow(line, row) {
      const upper = lines.first[line] * region.width;
      const down = lines.weight[line];
      for (let column = 0, at = 0; column < width; column++, at += 4) {
        const left = upper + columns.first[column];
        const across = columns.weight[column];
        const above = alpha[left] + (alpha[left + 1] - alpha[left]) * across;
        const next = left + region.width;
        const below = alpha[next] + (alpha[next + 1] - alpha[next]) * across;
        const level = ((above + (below - above) * down) * shadow.opacity + 0.5) | 0;
        row[at] = level && red;
        row[at + 1] = level && green;
        row[at + 2] = level && blue;
        row[at + 3] = level;
      }
    },
  };
}

/**
 * Where pixels fall in the map, between which two of its own; the map reaches further than any of them.
 * @param {number} length
 * @param {number} start  of the first pixel's centre, map pixels
 * @param {number} step
 */
function places(length, start, step) {
  const first = new Uint32Array(length);
  const weight = new Float32Array(length);
  for (let index = 0; index < length; index++) {
    const at = start + index * step - 0.5;
    first[index] = Math.floor(at);
    weight[index] = at - first[index];
  }
  return { first, weight };
}

/** @param {PixelRows} rows */
function readAlpha({ width, height, writeRow }) {
  const alpha = new Uint8Array(width * height);
  const row = new Uint8Array(width * 4);
  for (let y = 0, at = 0; y < height; y++) {
    writeRow(y, row);
    for (let from = 3; from < row.length; from += 4, at++) alpha[at] = row[from];
  }
  return alpha;
}
