// The photo's own background, blurred, without the subject smeared into it.

import { fitWithin } from '../document/picture.js';
import { gaussianBlur } from './gaussian-blur.js';
import { growMatte } from './morphology.js';
import { fillHoles } from './pull-push.js';

/** @import { Cutout, Picture } from '../document/picture.js' */

/** From this alpha on a pixel shows so much of the subject that it says nothing about the background. */
const SUBJECT_LEVEL = 16;

/** Of the smaller picture: mattes are not exact, and lenses not sharp. */
const MARGIN_PX = 1;

/** Of each smaller pixel: what is blurred afterwards does not need every pixel of the photo. */
const SAMPLES_PER_AXIS = 3;

/**
 * Not blurred yet, which is quick: for another blur only that has to be done again.
 * @typedef {{width: number, height: number, planes: Float32Array[]}} OwnBackground  red, green and blue, 0..255
 */

/**
 * Where the subject was, the background around it is continued smoothly.
 * @param {Cutout} cutout
 * @param {number} [side]  long side of the result in pixels: what is blurred needs no more
 * @returns {OwnBackground}
 */
export function continueBackground(cutout, side = 512) {
  const size = fitWithin(cutout.original.width, cutout.original.height, side);
  const { planes, weight } = shrinkBackground(cutout, size);
  fillHoles(planes, weight, size);
  return { ...size, planes };
}

/**
 * @param {OwnBackground} background
 * @param {number} blurFraction  standard deviation, as a share of the long side
 * @returns {Picture} opaque
 */
export function blurBackground({ planes, ...size }, blurFraction) {
  const rgba = new Uint8ClampedArray(size.width * size.height * 4).fill(255);
  planes.forEach((plane, channel) => {
    const blurred = gaussianBlur(plane, size, blurFraction * Math.max(size.width, size.height));
    for (let at = 0; at < blurred.length; at++) rgba[at * 4 + channel] = blurred[at];
  });
  return { ...size, rgba };
}

/**
 * @param {Cutout} cutout
 * @param {{width: number, height: number}} size
 * @returns {{planes: Float32Array[], weight: Float32Array}} means of levels times weight, and of weight, 0..1; nothing
 *   where the subject is, and close to it
 */
function shrinkBackground({ original, matte }, size) {
  const { width, height, rgba } = original;
  const subject = new Uint8Array(size.width * size.height);
  const counts = new Uint32Array(subject.length);
  const weight = new Float32Array(subject.length);
  const planes = [0, 1, 2].map(() => new Float32Array(subject.length));
  const [red, green, blue] = planes;
  const step = Math.max(1, Math.floor(width / size.width / SAMPLES_PER_AXIS));
  const columns = new Uint32Array(width);
  for (let x = 0; x < width; x++) columns[x] = Math.floor((x * size.width) / width);
  for (let y = 0; y < height; y += step) {
    const row = Math.floor((y * size.height) / height) * size.width;
    for (let x = 0, pixel = y * width; x < width; x += step, pixel += step) {
      const at = row + columns[x];
      const share = rgba[pixel * 4 + 3] / 255;
      if (matte.alpha[pixel] >= SUBJECT_LEVEL) subject[at] = 255;
      counts[at]++;
      weight[at] += share;
      red[at] += rgba[pixel * 4] * share;
      green[at] += rgba[pixel * 4 + 1] * share;
      blue[at] += rgba[pixel * 4 + 2] * share;
    }
  }
  const { alpha } = growMatte({ ...size, alpha: subject }, MARGIN_PX);
  for (const plane of [weight, ...planes]) {
    for (let at = 0; at < plane.length; at++) plane[at] = alpha[at] > 0 ? 0 : plane[at] / counts[at];
  }
  return { planes, weight };
}
