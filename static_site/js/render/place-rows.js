// Lays rows on the artboard by a matrix, on the shortest way: copied, resampled upright, or turned.

import { apply, invert, multiply } from '../document/matrix.js';
import { axisWeights } from './axis-weights.js';
import { collectRows } from './pixel-rows.js';
import { resampleRows } from './resample-rows.js';
import { turnRows } from './turn-rows.js';

/**
 * @import { Matrix } from '../document/matrix.js'
 * @import { Rect } from '../document/picture.js'
 * @import { Border } from './axis-weights.js'
 * @import { PixelRows } from './pixel-rows.js'
 */

/**
 * @param {PixelRows} source
 * @param {Matrix} matrix  source pixels to artboard pixels; one scale for both axes, mirrored or not
 * @param {Rect} region  the part of the artboard that is wanted; may lie outside of it
 * @param {Border} [border]
 * @returns {PixelRows} of the region's size
 */
export function placeRows(source, matrix, region, border = 'transparent') {
  const [a, b, c, d, e, f] = matrix;
  if (b !== 0 || c !== 0) return placeTurned(source, matrix, region);
  // A mirrored picture is laid out as it is, and read from the other side.
  const x = a < 0 ? region.width - (e - region.x) : e - region.x;
  const y = d < 0 ? region.height - (f - region.y) : f - region.y;
  const exact = Math.abs(a) === 1 && Number.isInteger(x) && Number.isInteger(y);
  const upright = exact ? copyRows(source, x, y, region) : resample(source, Math.abs(a), x, y, region, border);
  const mirrored = a < 0 ? mirrorRows(upright) : upright;
  return d < 0 ? upendRows(mirrored) : mirrored;
}

/**
 * @param {PixelRows} source
 * @param {number} scale
 * @param {number} x  of the source's left edge
 * @param {number} y  of its top
 * @param {{width: number, height: number}} size
 * @param {Border} border
 */
function resample(source, scale, x, y, { width, height }, border) {
  const columns = { sourceLength: source.width, scale, offset: x, start: 0, length: width };
  const rows = { sourceLength: source.height, scale, offset: y, start: 0, length: height };
  return resampleRows(source, axisWeights(columns, border), axisWeights(rows, border));
}

/**
 * Byte by byte.
 * @param {PixelRows} source
 * @param {number} x  of the source's left edge, whole pixels
 * @param {number} y  of its top, whole pixels
 * @param {{width: number, height: number}} size
 * @returns {PixelRows}
 */
function copyRows(source, x, y, { width, height }) {
  const left = Math.min(Math.max(0 - x, 0), source.width);
  const right = Math.max(Math.min(width - x, source.width), left);
  return {
    width,
    height,
    writeRow(line, row) {
      row.fill(0);
      const from = line - y;
      if (from < 0 || from >= source.height || left === right) return;
      source.writeRow(from, row.subarray((left + x) * 4, (right + x) * 4), left, right);
    },
  };
}

/**
 * @param {PixelRows} rows
 * @returns {PixelRows} left to right
 */
function mirrorRows({ width, height, writeRow }) {
  return {
    width,
    height,
    writeRow(y, row) {
      writeRow(y, row);
      new Uint32Array(row.buffer, row.byteOffset, width).reverse();
    },
  };
}

/**
 * @param {PixelRows} rows
 * @returns {PixelRows} top to bottom
 */
function upendRows({ width, height, writeRow }) {
  return { width, height, writeRow: (y, row) => writeRow(height - 1 - y, row) };
}

/** Neighbours that the turned pixels at the border of a part still need. */
const REACH_PX = 3;

/**
 * Shrunk upright first, if at all, and then turned: only the part that is to be seen is ever held in memory.
 * @param {PixelRows} source
 * @param {Matrix} matrix
 * @param {Rect} region
 * @returns {PixelRows}
 */
function placeTurned(source, matrix, region) {
  const { width, height, seen = { x: 0, y: 0, width, height } } = source;
  const scale = Math.min(Math.hypot(matrix[0], matrix[1]), 1);
  const toShrunk = invert(multiply(matrix, [1 / scale, 0, 0, 1 / scale, 0, 0]));
  const corners = [0, region.width].flatMap((x) =>
    [0, region.height].map((y) => apply(toShrunk, { x: region.x + x, y: region.y + y })),
  );
  const columns = span(
    corners.map(({ x }) => x),
    seen.x * scale,
    (seen.x + seen.width) * scale,
  );
  const rows = span(
    corners.map(({ y }) => y),
    seen.y * scale,
    (seen.y + seen.height) * scale,
  );
  const part = { x: columns.start, y: rows.start, width: columns.length, height: rows.length };
  const whole = { ...part, x: 0, y: 0 };
  const picture =
    scale < 1
      ? collectRows(resample(source, scale, -part.x, -part.y, part, 'transparent'), whole)
      : collectRows(source, part);
  return turnRows(picture, multiply([1, 0, 0, 1, -part.x, -part.y], toShrunk), region);
}

/**
 * What is wanted of one axis, as far as there is something.
 * @param {number[]} corners
 * @param {number} start  of what is to be seen
 * @param {number} end
 */
function span(corners, start, end) {
  const first = Math.max(Math.floor(Math.min(...corners)) - REACH_PX, Math.floor(start));
  const last = Math.min(Math.ceil(Math.max(...corners)) + REACH_PX, Math.ceil(end));
  return { start: first, length: Math.max(last - first, 0) };
}
