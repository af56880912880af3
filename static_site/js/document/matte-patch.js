// A changed rectangle of a matte, as it was before and is after: what undo and redo put back.

/** @import { Matte, Rect } from './picture.js' */

/**
 * @typedef {object} MattePatch
 * @property {Rect} rect  image pixels
 * @property {Uint8Array} before  rect.width * rect.height values
 * @property {Uint8Array} after  rect.width * rect.height values
 */

/**
 * @param {Uint8Array} alpha  of the whole matte
 * @param {number} width  of the matte
 * @param {Rect} rect
 * @returns {Uint8Array<ArrayBuffer>} rect.width * rect.height values
 */
export function cropAlpha(alpha, width, rect) {
  const crop = new Uint8Array(rect.width * rect.height);
  for (let row = 0; row < rect.height; row++) {
    const start = (rect.y + row) * width + rect.x;
    crop.set(alpha.subarray(start, start + rect.width), row * rect.width);
  }
  return crop;
}

/**
 * Write a rectangle of alpha values into a matte, in place.
 * @param {Matte} matte
 * @param {Rect} rect
 * @param {Uint8Array} values  rect.width * rect.height
 */
export function pasteAlpha(matte, rect, values) {
  for (let row = 0; row < rect.height; row++) {
    const line = values.subarray(row * rect.width, (row + 1) * rect.width);
    matte.alpha.set(line, (rect.y + row) * matte.width + rect.x);
  }
}

/**
 * The smallest patch that leads from one matte to the other.
 * @param {Uint8Array} before  whole matte
 * @param {Uint8Array} after  whole matte
 * @param {number} width  of both
 * @param {Rect} [within]  where to look; everywhere when left out
 * @returns {MattePatch | null} null when they are equal
 */
export function diffMattes(before, after, width, within = { x: 0, y: 0, width, height: before.length / width }) {
  let [left, top, right, bottom] = [Infinity, Infinity, -1, -1];
  for (let y = within.y; y < within.y + within.height; y++) {
    const row = y * width;
    const end = row + within.x + within.width;
    let first = row + within.x;
    while (first < end && before[first] === after[first]) first++;
    if (first === end) continue;
    let last = end - 1;
    while (before[last] === after[last]) last--;
    left = Math.min(left, first - row);
    right = Math.max(right, last - row);
    top = Math.min(top, y);
    bottom = y;
  }
  if (right < 0) return null;
  const rect = { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
  return { rect, before: cropAlpha(before, width, rect), after: cropAlpha(after, width, rect) };
}
