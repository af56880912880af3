// Colours of subject and background around soft edges, each blurred from where it is seen best.

import { boxSums } from './box-blur.js';
import { unmixGain } from './unmix.js';

/** @import { BlockSums, LayerSums } from './block-sums.js' */

/**
 * Windows of the passes, in blocks: the first is wide enough to find pure colours on both sides of soft hair, each
 * later one brings detail.
 */
const RADII = [24, 12, 6, 3, 1, 1];

/** How far away, in blocks, a pixel of the photo can make a difference. */
export const REACH = RADII.reduce((sum, radius) => sum + radius, 0);

/** Weights of 16 bits and colours in steps of a sixteenth: their sums are whole numbers, and so exact. */
const MAX_WEIGHT = 65_535;
const STEPS = 16;

/**
 * Blur fusion after Forte, "Approximate Fast Foreground Colour Estimation" (ICIP 2021): in each pass a layer's
 * expected colour is its blur, and both layers' colours are moved until they explain the photo. Other than there,
 * blurs are weighted by the cube of a layer's share, since mixed blocks know least, and there are six passes instead
 * of two: together that halves the error.
 * @param {BlockSums} sums
 * @returns {{foreground: Uint8ClampedArray, background: Uint8ClampedArray}} RGB, width * height * 3 values each
 */
export function fuseColours({ width, height, foreground, background }) {
  const length = width * height;
  const blur = (/** @type {Uint32Array} */ plane, /** @type {number} */ radius, sums = new Float32Array(length)) => {
    boxSums(plane, width, height, radius, sums);
    return sums;
  };
  const frontWeights = cubeShares(foreground, background);
  const backWeights = cubeShares(background, foreground);
  const totals = new Map(RADII.map((radius) => [radius, [blur(frontWeights, radius), blur(backWeights, radius)]]));
  const fused = { foreground: new Uint8ClampedArray(length * 3), background: new Uint8ClampedArray(length * 3) };
  const { shares, gains } = mixtures(foreground, background);
  const weighted = new Uint32Array(length);
  const frontSums = new Float32Array(length);
  const backSums = new Float32Array(length);
  for (let channel = 0; channel < 3; channel++) {
    const front = meanColours(foreground, channel);
    const back = meanColours(background, channel);
    const mixed = front.map((colour, at) => colour * shares[at] + back[at] * (1 - shares[at]));
    for (const radius of RADII) {
      const [frontTotals, backTotals] = /** @type {Float32Array[]} */ (totals.get(radius));
      blur(weigh(front, frontWeights, weighted), radius, frontSums);
      blur(weigh(back, backWeights, weighted), radius, backSums);
      for (let at = 0; at < length; at++) {
        // Where one layer is nowhere near, the other's colour will do; where neither is, there is nothing to see.
        const ownFront = frontTotals[at] > 0 ? frontSums[at] / frontTotals[at] : -1;
        const ownBack = backTotals[at] > 0 ? backSums[at] / backTotals[at] : -1;
        const expectedFront = Math.max(ownFront < 0 ? ownBack : ownFront, 0) / STEPS;
        const expectedBack = Math.max(ownBack < 0 ? ownFront : ownBack, 0) / STEPS;
        const share = shares[at];
        const move = (mixed[at] - share * expectedFront - (1 - share) * expectedBack) * gains[at];
        front[at] = Math.min(Math.max(expectedFront + share * move, 0), 255);
        back[at] = Math.min(Math.max(expectedBack + (1 - share) * move, 0), 255);
      }
    }
    for (let at = 0, to = channel; at < length; at++, to += 3) {
      fused.foreground[to] = front[at];
      fused.background[to] = back[at];
    }
  }
  return fused;
}

/**
 * @param {LayerSums} foreground
 * @param {LayerSums} background
 * @returns {{shares: Float32Array, gains: Float32Array}} the subject's share of each block, 0..1, and how far a
 *   residual moves the colours: not at all where the photo itself is transparent
 */
function mixtures(foreground, background) {
  const shares = new Float32Array(foreground.weight.length);
  const gains = new Float32Array(shares.length);
  for (let at = 0; at < shares.length; at++) {
    const whole = foreground.weight[at] + background.weight[at];
    if (whole === 0) continue;
    shares[at] = foreground.weight[at] / whole;
    gains[at] = unmixGain(shares[at]);
  }
  return { shares, gains };
}

/**
 * @param {LayerSums} layer
 * @param {LayerSums} other
 * @returns {Uint32Array} 0 where the layer has no share at all
 */
function cubeShares(layer, other) {
  const weights = new Uint32Array(layer.weight.length);
  for (let at = 0; at < weights.length; at++) {
    if (layer.weight[at] === 0) continue;
    const share = layer.weight[at] / (layer.weight[at] + other.weight[at]);
    weights[at] = Math.max(1, MAX_WEIGHT * share * share * share);
  }
  return weights;
}

/**
 * @param {LayerSums} layer
 * @param {number} channel
 * @returns {Float32Array} the photo's mean colours, weighted by the layer's shares, 0..255
 */
function meanColours({ weight, colours }, channel) {
  const means = new Float32Array(weight.length);
  for (let at = 0; at < means.length; at++) if (weight[at] > 0) means[at] = colours[channel][at] / weight[at];
  return means;
}

/**
 * @param {Float32Array} colours  0..255
 * @param {Uint32Array} weights
 * @param {Uint32Array} weighted  receives colours times weights
 */
function weigh(colours, weights, weighted) {
  for (let at = 0; at < weighted.length; at++) weighted[at] = ((colours[at] * STEPS + 0.5) | 0) * weights[at];
  return weighted;
}
