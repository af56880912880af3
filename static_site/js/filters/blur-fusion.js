// Blur fusion: colours of subject and background as blurs of each layer's own share of the photo.

import { boxSums } from './box-blur.js';

/** @import { BlockSums } from './block-sums.js' */

/** Window of the first pass, in blocks: wide enough to find pure colours on both sides of soft hair. */
const WIDE_RADIUS = 11;

/** Window of the second pass, in blocks. */
const NARROW_RADIUS = 1;

/** How far away, in blocks, a pixel of the photo can make a difference. */
export const REACH = WIDE_RADIUS + NARROW_RADIUS;

/**
 * After Forte, "Approximate Fast Foreground Colour Estimation" (ICIP 2021), in its two passes.
 * @param {BlockSums} sums
 * @returns {{foreground: Uint8ClampedArray, background: Uint8ClampedArray}} RGB, width * height * 3 values each;
 *   zero where a layer has no share
 */
export function fuseColours({ width, height, foreground, background }) {
  const size = { width, height };
  const fused = {
    foreground: new Uint8ClampedArray(width * height * 3),
    background: new Uint8ClampedArray(width * height * 3),
  };
  const wideForeground = blurPlane(foreground.weight, size, WIDE_RADIUS);
  const wideBackground = blurPlane(background.weight, size, WIDE_RADIUS);
  const narrowForeground = blurPlane(foreground.weight, size, NARROW_RADIUS);
  const narrowBackground = blurPlane(background.weight, size, NARROW_RADIUS);
  for (let channel = 0; channel < 3; channel++) {
    const front = blurPlane(foreground.colours[channel], size, WIDE_RADIUS);
    const back = blurPlane(background.colours[channel], size, WIDE_RADIUS);
    for (let at = 0; at < front.length; at++) {
      const share = foreground.weight[at];
      const rest = background.weight[at];
      const whole = share + rest;
      const expectedFront = wideForeground[at] === 0 ? 0 : front[at] / wideForeground[at];
      const expectedBack = wideBackground[at] === 0 ? expectedFront : back[at] / wideBackground[at];
      // The colours that explain the photo, rounded, so that the sums to come are whole numbers again.
      const residual =
        whole === 0
          ? 0
          : foreground.colours[channel][at] +
            background.colours[channel][at] -
            share * expectedFront -
            rest * expectedBack;
      const colour = whole === 0 ? 0 : expectedFront + (share * residual) / (whole * whole);
      front[at] = Math.round(Math.min(Math.max(colour, 0), 255)) * share;
      back[at] = Math.round(expectedBack) * rest;
    }
    divide(blurPlane(front, size, NARROW_RADIUS), narrowForeground, fused.foreground, channel);
    divide(blurPlane(back, size, NARROW_RADIUS), narrowBackground, fused.background, channel);
  }
  return fused;
}

/**
 * @param {Uint32Array} plane
 * @param {{width: number, height: number}} size
 * @param {number} radius
 */
function blurPlane(plane, { width, height }, radius) {
  const sums = new Uint32Array(plane.length);
  boxSums(plane, width, height, radius, sums);
  return sums;
}

/**
 * @param {Uint32Array} sums
 * @param {Uint32Array} weights
 * @param {Uint8ClampedArray} rgb  receives sums / weights
 * @param {number} channel
 */
function divide(sums, weights, rgb, channel) {
  for (let at = 0, to = channel; at < sums.length; at++, to += 3)
    rgb[to] = weights[at] === 0 ? 0 : sums[at] / weights[at];
}
