// The photo's place on the artboard: its matrix, its boxes, and moving it.

import { apply } from './matrix.js';

/**
 * @import { Matrix, Point } from './matrix.js'
 * @import { Rect } from './picture.js'
 * @import { Placement, Scene } from './scene.js'
 */

/** @typedef {{width: number, height: number}} Size */

/**
 * @param {Placement} placement
 * @param {Size} original
 * @returns {Matrix} image pixels to artboard pixels
 */
export function placementMatrix({ x, y, scale, rotationDeg, flipped }, { width, height }) {
  const { cos, sin } = turn(rotationDeg);
  const mirror = flipped ? -1 : 1;
  const a = scale * cos * mirror;
  const b = scale * sin * mirror;
  const c = -scale * sin + 0;
  const d = scale * cos;
  return [a, b, c, d, x - (a * width + c * height) / 2, y - (b * width + d * height) / 2];
}

/**
 * Quarter turns are exact, so that their pixels can be, too.
 * @param {number} degrees
 */
function turn(degrees) {
  if (degrees % 90 === 0) {
    const quarter = (((degrees / 90) % 4) + 4) % 4;
    return { cos: [1, 0, -1, 0][quarter], sin: [0, 1, 0, -1][quarter] };
  }
  const radians = (degrees * Math.PI) / 180;
  return { cos: Math.cos(radians), sin: Math.sin(radians) };
}

/**
 * The smallest upright box on the artboard which holds a rectangle of the photo; not rounded.
 * @param {Placement} placement
 * @param {Rect} rect  image pixels
 * @param {Size} original
 * @returns {Rect} artboard pixels
 */
export function placedBox(placement, rect, original) {
  const matrix = placementMatrix(placement, original);
  const corners = [
    { x: rect.x, y: rect.y },
    { x: rect.x + rect.width, y: rect.y },
    { x: rect.x, y: rect.y + rect.height },
    { x: rect.x + rect.width, y: rect.y + rect.height },
  ].map((corner) => apply(matrix, corner));
  const xs = corners.map((corner) => corner.x);
  const ys = corners.map((corner) => corner.y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/**
 * The subject's rectangle, or the whole photo where no subject is known.
 * @param {Rect | null} bounds
 * @param {Size} original
 * @returns {Rect}
 */
export function subjectRect(bounds, original) {
  return bounds ?? { x: 0, y: 0, width: original.width, height: original.height };
}

/**
 * @param {Placement} placement
 * @param {Rect | null} bounds  of the subject, image pixels
 * @param {Size} original
 * @returns {Point} the middle of the subject, artboard pixels
 */
export function subjectCentre(placement, bounds, original) {
  const { x, y, width, height } = subjectRect(bounds, original);
  return apply(placementMatrix(placement, original), { x: x + width / 2, y: y + height / 2 });
}

/**
 * @param {Scene} scene
 * @param {number} dx  artboard pixels to the right
 * @param {number} dy  artboard pixels down
 * @returns {Scene}
 */
export function moveSubject(scene, dx, dy) {
  const { placement } = scene;
  return { ...scene, placement: { ...placement, x: placement.x + dx, y: placement.y + dy } };
}
