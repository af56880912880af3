// The subject scaled, turned and mirrored, about its own middle.

import { moveSubject, subjectCentre } from './placement.js';

/**
 * @import { Rect } from './picture.js'
 * @import { Size } from './placement.js'
 * @import { Placement, Scene } from './scene.js'
 */

/** Smaller, a photo is lost from sight; larger, its pixels are tiles. */
export const MIN_SCALE = 0.01;
export const MAX_SCALE = 32;

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
