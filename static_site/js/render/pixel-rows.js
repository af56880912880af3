// Any picture as rows of straight RGBA, read in pieces, so that none has to exist as a whole.

import { writeCutoutRow } from './cutout-rows.js';

/** @import { Cutout, Matte, Picture, Rect } from '../document/picture.js' */

/**
 * @typedef {object} PixelRows
 * @property {number} width
 * @property {number} height
 * @property {(y: number, row: Uint8Array | Uint8ClampedArray, left?: number, right?: number) => void} writeRow
 *   fills the row with (right - left) * 4 values, straight RGBA, the whole width unless told otherwise
 * @property {Rect} [seen]  outside of it nothing is to be seen; all of it where that is not known
 */

/**
 * @param {Cutout} cutout
 * @returns {PixelRows}
 */
export function cutoutRows(cutout) {
  const { width, height } = cutout.original;
  const writeRow = (
    /** @type {number} */ y,
    /** @type {Uint8Array | Uint8ClampedArray} */ row,
    /** @type {number | undefined} */ left,
    /** @type {number | undefined} */ right,
  ) => writeCutoutRow(cutout, y, row, left, right);
  return { width, height, writeRow, seen: seenRect(cutout.matte) };
}

/** @param {Matte} matte @returns {Rect} every pixel above zero, be it ever so faint */
function seenRect({ width, height, alpha }) {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let y = 0; y < height; y++) {
    const row = alpha.subarray(y * width, (y + 1) * width);
    const first = row.findIndex((level) => level > 0);
    if (first < 0) continue;
    left = Math.min(left, first);
    right = Math.max(right, row.findLastIndex((level) => level > 0) + 1);
    top = Math.min(top, y);
    bottom = y + 1;
  }
  return { x: left, y: top, width: Math.max(right - left, 0), height: Math.max(bottom - top, 0) };
}

/**
 * @param {Picture} picture
 * @returns {PixelRows} without the colours that it may hide under alpha 0
 */
export function pictureRows({ width, height, rgba }) {
  return {
    width,
    height,
    writeRow(y, row, left = 0, right = width) {
      row.set(rgba.subarray((y * width + left) * 4, (y * width + right) * 4));
      for (let at = 0; at < (right - left) * 4; at += 4) if (row[at + 3] === 0) row.fill(0, at, at + 3);
    },
  };
}

/**
 * @param {PixelRows} rows
 * @param {Rect} rect  within the rows
 * @returns {Picture}
 */
export function collectRows(rows, { x, y, width, height }) {
  const rgba = new Uint8ClampedArray(width * height * 4);
  const bytes = new Uint8Array(rgba.buffer);
  for (let line = 0; line < height; line++) {
    rows.writeRow(y + line, bytes.subarray(line * width * 4, (line + 1) * width * 4), x, x + width);
  }
  return { width, height, rgba };
}
