// The photo's place on the artboard: moved, scaled, turned and mirrored.

import { apply } from './matrix.js';

/**
 * @import { Matrix, Point } from './matrix.js'
 * @import { Rect } from './picture.js'
 * @import { Placement, Scene } from './scene.js'
 */

/** @typedef {{width: number, height: number}} Size */

/** Smaller, a photo is lost from sight; larger, its pixels are tiles. */
export const MIN_SCALE = 0.01;
export const MAX_SCALE = 32;

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

/**
 * Changes scale, rotation or mirroring about the middle of the subject, which stays where it is.
 * @param {Scene} scene
 * @param {Partial<Omit<Placement, 'x' | 'y'>>} change
 * @param {Rect | null} bounds  of the subject, image pixels
 * @param {Size} original
 * @returns {Scene}
 */
export function changeSubject(scene, change, bounds, original) {
  const placement = { ...scene.placement, ...change };
  const before = subjectCentre(scene.placement, bounds, original);
  const after = subjectCentre(placement, bounds, original);
  return moveSubject({ ...scene, placement }, before.x - after.x, before.y - after.y);
}

/**
 * @param {Scene} scene
 * @param {number} factor  > 1 is larger
 * @param {Rect | null} bounds  of the subject, image pixels
 * @param {Size} original
 * @returns {Scene}
 */
export function scaleSubject(scene, factor, bounds, original) {
  const scale = Math.min(Math.max(scene.placement.scale * factor, MIN_SCALE), MAX_SCALE);
  return changeSubject(scene, { scale }, bounds, original);
}

/**
 * @param {Scene} scene
 * @param {number} degrees  clockwise, added to the rotation there is
 * @param {Rect | null} bounds  of the subject, image pixels
 * @param {Size} original
 * @returns {Scene}
 */
export function rotateSubject(scene, degrees, bounds, original) {
  const turned = scene.placement.rotationDeg + degrees;
  // -180 < rotation <= 180: the angle as a person would say it.
  const rotationDeg = 180 - ((((180 - turned) % 360) + 360) % 360);
  return changeSubject(scene, { rotationDeg }, bounds, original);
}

/**
 * Mirrored left to right as it is seen, whatever its rotation.
 * @param {Scene} scene
 * @param {Rect | null} bounds  of the subject, image pixels
 * @param {Size} original
 * @returns {Scene}
 */
export function flipSubject(scene, bounds, original) {
  const { flipped, rotationDeg } = scene.placement;
  // Mirroring what is turned clockwise turns it the other way; 0 - x, as -0 is not 0.
  return changeSubject(scene, { flipped: !flipped, rotationDeg: 0 - rotationDeg }, bounds, original);
}
