// Rectangles of whole image pixels.

/** @import { Rect } from './picture.js' */

/**
 * @param {Rect | null} one
 * @param {Rect} other
 * @returns {Rect} the smallest that holds both
 */
export function uniteRects(one, other) {
  if (!one) return other;
  const x = Math.min(one.x, other.x);
  const y = Math.min(one.y, other.y);
  const right = Math.max(one.x + one.width, other.x + other.width);
  const bottom = Math.max(one.y + one.height, other.y + other.height);
  return { x, y, width: right - x, height: bottom - y };
}

/**
 * @param {Rect} one
 * @param {Rect} other
 * @returns {Rect | null} what both cover; null when they do not meet
 */
export function intersectRects(one, other) {
  const x = Math.max(one.x, other.x);
  const y = Math.max(one.y, other.y);
  const width = Math.min(one.x + one.width, other.x + other.width) - x;
  const height = Math.min(one.y + one.height, other.y + other.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

/**
 * @param {Rect | undefined} one
 * @param {Rect} other
 * @returns {boolean}
 */
export function equalRects(one, other) {
  return one?.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height;
}

/**
 * @param {Rect} rect
 * @param {number} marginPx  whole pixels on each side
 * @param {{width: number, height: number}} picture  that it does not grow out of
 * @returns {Rect}
 */
export function growRect({ x, y, width, height }, marginPx, picture) {
  const left = Math.max(0, x - marginPx);
  const top = Math.max(0, y - marginPx);
  return {
    x: left,
    y: top,
    width: Math.min(picture.width, x + width + marginPx) - left,
    height: Math.min(picture.height, y + height + marginPx) - top,
  };
}

/**
 * The smallest rectangle of a scaled picture whose pixels depend on a rectangle of the original.
 * @param {Rect} rect
 * @param {number} scaleX  scaled pixels per original pixel
 * @param {number} scaleY
 * @returns {Rect}
 */
export function scaleRectOutwards(rect, scaleX, scaleY) {
  const x = Math.floor(rect.x * scaleX);
  const y = Math.floor(rect.y * scaleY);
  return {
    x,
    y,
    width: Math.ceil((rect.x + rect.width) * scaleX) - x,
    height: Math.ceil((rect.y + rect.height) * scaleY) - y,
  };
}
