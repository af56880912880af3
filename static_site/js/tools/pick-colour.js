// Reads a colour off the photo.

/** @import { Picture } from '../document/picture.js' */
/** @import { ImagePoint } from './tool.js' */

/** A mean of so many pixels each way: single ones are noise. */
const REACH_PX = 2;

/**
 * @param {Picture} original
 * @param {ImagePoint} point
 * @returns {string | null} '#rrggbb'; null outside of the photo
 */
export function pickColour({ rgba, width, height }, point) {
  const centreX = Math.floor(point.x);
  const centreY = Math.floor(point.y);
  if (centreX < 0 || centreY < 0 || centreX >= width || centreY >= height) return null;
  const sums = [0, 0, 0];
  let count = 0;
  for (let y = Math.max(0, centreY - REACH_PX); y <= Math.min(height - 1, centreY + REACH_PX); y++) {
    for (let x = Math.max(0, centreX - REACH_PX); x <= Math.min(width - 1, centreX + REACH_PX); x++, count++) {
      for (let channel = 0; channel < 3; channel++) sums[channel] += rgba[(y * width + x) * 4 + channel];
    }
  }
  const hex = (/** @type {number} */ sum) =>
    Math.round(sum / count)
      .toString(16)
      .padStart(2, '0');
  return `#${sums.map(hex).join('')}`;
}
