// A Gaussian blur as three box blurs, which nobody can tell from it.

import { boxMeans } from './box-blur.js';

const BOXES = 3;

/**
 * Near the border the mean is of what there is, so nothing darkens there.
 * @template {Uint8Array | Float32Array} P
 * @param {P} plane  not changed
 * @param {{width: number, height: number}} size
 * @param {number} deviationPx  standard deviation; with the boxes' whole radii it is met to about a third of a pixel
 * @returns {P}
 */
export function gaussianBlur(plane, { width, height }, deviationPx) {
  let from = /** @type {P} */ (plane.slice());
  let to = /** @type {P} */ (plane.slice());
  for (const radius of boxRadii(deviationPx)) {
    if (radius === 0) continue;
    boxMeans(from, width, height, radius, to);
    [from, to] = [to, from];
  }
  return from;
}

/**
 * Radii whose boxes together have a standard deviation. A box of radius r has a variance of r (r + 1) / 3.
 * @param {number} deviationPx
 * @returns {number[]}
 */
export function boxRadii(deviationPx) {
  const variance = deviationPx ** 2;
  /** Largest radius of which three boxes are not too much. */
  const small = Math.floor((Math.sqrt(1 + 4 * variance) - 1) / 2);
  const missing = variance - small * (small + 1);
  // Each box that is one wider adds 2 (r + 1) / 3.
  const wider = Math.round(missing / ((2 * (small + 1)) / BOXES));
  return Array.from({ length: BOXES }, (_, box) => (box < wider ? small + 1 : small));
}
