// Tells two classes of colours from each other, place by place.

import { momentsAt } from './class-sums.js';
import { solveSymmetric } from './solve-symmetric.js';

/** @import { ClassSums } from './class-sums.js' */

/** Variance of colour, of 255 levels, that noise and JPEG add to any class. */
const NOISE_VARIANCE = 36;

/** Squared distance of the means, in standard deviations, from which on two classes are told apart for sure. */
const DISTINCT = 9;

/** Likeness is stretched by this much at both ends: a class's own colours vary, and should count as all or nothing. */
const MARGIN = 0.15;

/**
 * Fisher's linear discriminant at each cell: how much a colour is like the first class, between the two means, as a
 * linear function of the colour. Where the classes can't be told apart, or one of them is missing, it is 1.
 * @param {ClassSums} first
 * @param {ClassSums} second  of the same size
 * @returns {Float32Array} per cell: slopes for red, green and blue, and the offset
 */
export function separateClasses(first, second) {
  const lines = new Float32Array(first.planes[0].length * 4);
  const slopes = new Float64Array(3);
  for (let cell = 0; cell < first.planes[0].length; cell++) {
    lines[cell * 4 + 3] = 1;
    if (first.planes[0][cell] === 0 || second.planes[0][cell] === 0) continue;
    const one = momentsAt(first, cell);
    const other = momentsAt(second, cell);
    const difference = one.mean.map((mean, channel) => mean - other.mean[channel]);
    const scatter = one.covariance.map((value, at) => (value + other.covariance[at]) / 2);
    for (const diagonal of [0, 3, 5]) scatter[diagonal] += NOISE_VARIANCE;
    solveSymmetric(scatter, difference, slopes);
    const distance = slopes[0] * difference[0] + slopes[1] * difference[1] + slopes[2] * difference[2];
    const trust = Math.min(1, distance / DISTINCT);
    if (trust === 0) continue;
    const scale = trust / (distance * (1 - 2 * MARGIN));
    let atSecondMean = 0;
    for (let channel = 0; channel < 3; channel++) {
      lines[cell * 4 + channel] = slopes[channel] * scale;
      atSecondMean += slopes[channel] * other.mean[channel] * scale;
    }
    lines[cell * 4 + 3] = 1 - trust - (trust * MARGIN) / (1 - 2 * MARGIN) - atSecondMean;
  }
  return lines;
}
