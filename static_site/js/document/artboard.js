// The artboard's size, and the subject's place in it: crop, ratio, centre, fit.

import { moveSubject, placedBox, subjectCentre, subjectRect } from './placement.js';

/**
 * @import { Rect } from './picture.js'
 * @import { Size } from './placement.js'
 * @import { Artboard, Scene } from './scene.js'
 */

/**
 * Room around the subject: in pixels, or as a fraction of the subject's own width (left, right) and height (above, below).
 * @typedef {{px: number} | {fraction: number}} Margin
 */

/** PNG has no limit, but a page has: so many pixels of one side no canvas, no shop and no printer takes. */
export const MAX_SIDE_PX = 20_000;

/** @param {number} length */
export function clampSide(length) {
  return Math.min(Math.max(Math.round(length), 1), MAX_SIDE_PX);
}

/**
 * Puts another artboard under the photo, which stays where it is.
 * @param {Scene} scene
 * @param {Rect} rect  in pixels of the artboard there is; x and y whole, so that no pixel of the photo has to change
 * @returns {Scene}
 */
function cutArtboard(scene, { x, y, width, height }) {
  const artboard = { width: clampSide(width), height: clampSide(height) };
  return moveSubject({ ...scene, artboard }, 0 - x, 0 - y);
}

/**
 * @param {Scene} scene
 * @param {Rect | null} bounds  of the subject, image pixels
 * @param {Size} original
 * @returns {Scene} the subject's middle in the artboard's
 */
export function centreSubject(scene, bounds, original) {
  const { x, y } = subjectCentre(scene.placement, bounds, original);
  const { width, height } = scene.artboard;
  const [dx, dy] = [width / 2 - x, height / 2 - y];
  const { scale, rotationDeg } = scene.placement;
  // Half a pixel off the middle nobody sees; a photo resampled by half a pixel is softer.
  const exact = scale === 1 && rotationDeg % 90 === 0;
  return exact ? moveSubject(scene, Math.round(dx), Math.round(dy)) : moveSubject(scene, dx, dy);
}

/**
 * @param {Scene} scene
 * @param {Rect | null} bounds  of the subject, image pixels
 * @param {Size} original
 * @param {{margin?: Margin}} [options]
 * @returns {Scene} the artboard as large as the subject and its margin
 */
export function cropToSubject(scene, bounds, original, { margin = { px: 0 } } = {}) {
  const box = placedBox(scene.placement, subjectRect(bounds, original), original);
  const marginX = 'px' in margin ? margin.px : margin.fraction * box.width;
  const marginY = 'px' in margin ? margin.px : margin.fraction * box.height;
  const x = Math.floor(tidy(box.x)) - Math.round(marginX);
  const y = Math.floor(tidy(box.y)) - Math.round(marginY);
  const right = Math.ceil(tidy(box.x + box.width)) + Math.round(marginX);
  const bottom = Math.ceil(tidy(box.y + box.height)) + Math.round(marginY);
  return cutArtboard(scene, { x, y, width: right - x, height: bottom - y });
}

/** A sum of fractions is not to cost a row of pixels. @param {number} length */
function tidy(length) {
  return Math.round(length * 1e6) / 1e6;
}

/**
 * Gives the artboard a ratio: the long side stays, unless the subject (as much of it as is in the picture) needs more
 * room. So trying one ratio after another never makes it grow for good.
 * @param {Scene} scene
 * @param {number} ratio  width / height
 * @param {Rect | null} bounds  of the subject, image pixels
 * @param {Size} original
 * @returns {Scene}
 */
export function setRatio(scene, ratio, bounds, original) {
  const { artboard, placement } = scene;
  const box = placedBox(placement, subjectRect(bounds, original), original);
  const left = Math.floor(Math.max(box.x, 0));
  const top = Math.floor(Math.max(box.y, 0));
  const right = Math.ceil(Math.min(box.x + box.width, artboard.width));
  const bottom = Math.ceil(Math.min(box.y + box.height, artboard.height));
  const long = Math.max(artboard.width, artboard.height);
  const enough = Math.max(ratio >= 1 ? long / ratio : long, (right - left) / ratio, bottom - top);
  const [width, height] = [clampSide(enough * ratio), clampSide(enough)];
  return cutArtboard(scene, {
    x: frame(artboard.width, width, left, right),
    y: frame(artboard.height, height, top, bottom),
    width,
    height,
  });
}

/**
 * Where a new length begins: about the middle of the old one, but with all of start..end in it.
 * @param {number} before
 * @param {number} length
 * @param {number} start
 * @param {number} end
 */
function frame(before, length, start, end) {
  return Math.min(Math.max(Math.round((before - length) / 2), end - length), start);
}

/**
 * @param {Scene} scene
 * @param {Rect | null} bounds  of the subject, image pixels
 * @param {Size} original
 * @param {Artboard} artboard
 * @param {number} fillFraction  of the artboard's width or height, whichever the subject reaches first
 * @returns {Scene} the subject as large as that, in the middle
 */
export function fitSubject(scene, bounds, original, artboard, fillFraction) {
  const { placement } = scene;
  const box = placedBox(placement, subjectRect(bounds, original), original);
  const fill = Math.max(box.width / artboard.width, box.height / artboard.height);
  const fitted = { ...scene, artboard, placement: { ...placement, scale: (placement.scale * fillFraction) / fill } };
  return centreSubject(fitted, bounds, original);
}

/**
 * @param {Scene} scene
 * @param {Size} size
 * @returns {Scene} another artboard of that size about the same middle, the subject as it is
 */
export function resizeArtboard(scene, { width, height }) {
  const { artboard } = scene;
  const size = { width: clampSide(width), height: clampSide(height) };
  return cutArtboard(scene, {
    x: Math.round((artboard.width - size.width) / 2),
    y: Math.round((artboard.height - size.height) / 2),
    ...size,
  });
}
