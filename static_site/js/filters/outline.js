// Softens the subject's outline, or takes the steps out of it.

import { gaussianBlur } from './gaussian-blur.js';

/** @import { Matte } from '../document/picture.js' */

/** A feather of one pixel must be seen: the smallest deviation that the boxes of the blur can make. */
const MIN_DEVIATION_PX = 0.6;

/** How wide a smoothed outline is, from background to subject: as a lens draws it. */
const OUTLINE_PX = 2;

/**
 * @param {Matte} matte
 * @param {number} radiusPx  how far the softened outline reaches to each side
 * @returns {Matte}
 */
export function featherMatte(matte, radiusPx) {
  return { ...matte, alpha: gaussianBlur(matte.alpha, matte, Math.max(MIN_DEVIATION_PX, radiusPx / 2)) };
}

/**
 * Make jagged outlines smooth: the matte is blurred, and made as steep again as an outline is. The level that
 * becomes the new outline is chosen so that the subject keeps its area.
 * @param {Matte} matte
 * @param {number} radiusPx  steps, notches and spikes up to this size go
 * @returns {Matte}
 */
export function smoothMatte(matte, radiusPx) {
  const deviation = Math.max(MIN_DEVIATION_PX, radiusPx);
  const blurred = gaussianBlur(matte.alpha, matte, deviation);
  // The slope of a blurred step is 255 / (deviation * sqrt(2 pi)) levels a pixel.
  const gain = Math.max(1, (deviation * Math.sqrt(2 * Math.PI)) / OUTLINE_PX);
  const counts = new Float64Array(256);
  let area = 0;
  for (let at = 0; at < blurred.length; at++) {
    counts[blurred[at]]++;
    area += matte.alpha[at];
  }
  const curve = keepArea(counts, area, gain);
  return { ...matte, alpha: blurred.map((level) => curve[level]) };
}

/**
 * @param {Float64Array} counts  of pixels of each level
 * @param {number} area  the sum that the steepened levels shall have
 * @param {number} gain
 * @returns {Uint8ClampedArray} the steepened level of each level
 */
function keepArea(counts, area, gain) {
  let [low, high] = [0, 255];
  let curve = new Uint8ClampedArray(256);
  for (let turn = 0; turn < 10; turn++) {
    const middle = (low + high) / 2;
    // What is all subject or all background stays so, whatever level is the outline.
    curve = Uint8ClampedArray.from({ length: 256 }, (_, level) => (level - middle) * gain + 127.5);
    curve[0] = 0;
    curve[255] = 255;
    const sum = counts.reduce((total, count, level) => total + count * curve[level], 0);
    if (sum > area) low = middle;
    else high = middle;
  }
  return curve;
}
