// Affine transforms between photo, artboard and screen.

/**
 * x' = a * x + c * y + e; y' = b * x + d * y + f: the order in which a canvas takes them.
 * @typedef {readonly [a: number, b: number, c: number, d: number, e: number, f: number]} Matrix
 * @typedef {{x: number, y: number}} Point
 */

/**
 * @param {Matrix} outer  applied second
 * @param {Matrix} inner  applied first
 * @returns {Matrix}
 */
export function multiply([a, b, c, d, e, f], [g, h, i, j, k, l]) {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/**
 * @param {Matrix} matrix
 * @param {Point} point
 * @returns {Point}
 */
export function apply([a, b, c, d, e, f], { x, y }) {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/**
 * @param {Matrix} matrix  not degenerate
 * @returns {Matrix} the way back
 */
export function invert([a, b, c, d, e, f]) {
  const area = a * d - b * c;
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area];
}
