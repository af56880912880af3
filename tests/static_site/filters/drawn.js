// Small mattes and photos that the tests of the filters share.

/** @import { Matte, Picture } from '../../../static_site/js/document/picture.js' */

/**
 * @param {number} width
 * @param {number} height
 * @param {(x: number, y: number) => number} level  0..255 at a pixel's centre
 * @returns {Matte}
 */
export function drawMatte(width, height, level) {
  const alpha = Uint8Array.from({ length: width * height }, (_, at) => {
    return Math.min(Math.max(Math.round(level((at % width) + 0.5, Math.floor(at / width) + 0.5)), 0), 255);
  });
  return { width, height, alpha };
}

/**
 * @param {number} width
 * @param {number} height
 * @param {(x: number, y: number) => number[]} colour  RGB or RGBA at a pixel's centre
 * @returns {Picture}
 */
export function drawPicture(width, height, colour) {
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let at = 0; at < width * height; at++)
    rgba.set(colour((at % width) + 0.5, Math.floor(at / width) + 0.5), at * 4);
  return { width, height, rgba };
}

/**
 * @param {number} x  of the centre
 * @param {number} y  of the centre
 * @param {number} radius
 * @param {number} [softness]  pixels from subject to background
 * @returns {(x: number, y: number) => number} level of a disc
 */
export const disc =
  (x, y, radius, softness = 1) =>
  (atX, atY) =>
    ((radius - Math.hypot(atX - x, atY - y)) / softness + 0.5) * 255;

/**
 * @param {number[]} front
 * @param {number[]} back
 * @param {number} level  255 for the front alone
 */
export const mix = (front, back, level) => front.map((value, at) => (value * level + back[at] * (255 - level)) / 255);

/**
 * @param {ArrayLike<number>} one
 * @param {ArrayLike<number>} other
 * @returns {number} mean absolute difference
 */
export function meanDifference(one, other) {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += Math.abs(one[at] - other[at]);
  return sum / one.length;
}

/**
 * The same numbers each time.
 * @param {number} seed
 * @returns {() => number} 0..1
 */
export function noise(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
