// Which pixels of a source count for each pixel of a target, and how much: one axis of a separable resampling.

/**
 * A target pixel is the sum of the source's pixels first..first + count - 1, weighted.
 * @typedef {object} AxisWeights
 * @property {number} taps  the most source pixels that count for one target pixel
 * @property {Int32Array} first
 * @property {Int32Array} count  0 where the source does not reach
 * @property {Float32Array} weights  taps values for each target pixel
 */

/**
 * target = source * scale + offset, in pixels; and which target pixels are wanted.
 * @typedef {object} Axis
 * @property {number} sourceLength
 * @property {number} scale  > 0
 * @property {number} offset
 * @property {number} start  first target pixel
 * @property {number} length  number of target pixels
 */

/**
 * Beyond its border a source is transparent, or goes on as it ends there.
 * @typedef {'transparent' | 'extended'} Border
 */

/**
 * To fewer pixels: the mean of what a target pixel covers, so that nothing is left out. To as many or more: Catmull-Rom
 * (Keys, 1981, a = -1/2), which is sharper than bilinear and leaves pixels that fall on pixels as they are.
 * @param {Axis} axis
 * @param {Border} border
 * @returns {AxisWeights}
 */
export function axisWeights(axis, border) {
  const kernel = axis.scale < 1 ? coverage : cubic;
  const taps = axis.scale < 1 ? Math.ceil(1 / axis.scale) + 1 : 4;
  const { sourceLength, length } = axis;
  const first = new Int32Array(length);
  const count = new Int32Array(length);
  const weights = new Float32Array(length * taps);
  for (let index = 0; index < length; index++) {
    const { from, values } = kernel(axis, axis.start + index, taps);
    if (border === 'transparent' && (from + taps <= 0 || from >= sourceLength)) continue;
    const begin = Math.min(Math.max(from, 0), sourceLength - 1);
    first[index] = begin;
    for (let tap = 0; tap < taps; tap++) {
      const at = from + tap;
      const inside = Math.min(Math.max(at, 0), sourceLength - 1);
      if (values[tap] === 0 || (at !== inside && border === 'transparent')) continue;
      weights[index * taps + inside - begin] += values[tap];
      count[index] = Math.max(count[index], inside - begin + 1);
    }
  }
  return { taps, first, count, weights };
}

/**
 * @param {Axis} axis
 * @param {number} target  pixel
 * @param {number} taps
 * @returns {{from: number, values: number[]}} the share of the target pixel that each source pixel covers
 */
function coverage({ scale, offset }, target, taps) {
  const begin = (target - offset) / scale;
  const end = (target + 1 - offset) / scale;
  const from = Math.floor(begin);
  const values = Array.from({ length: taps }, (_, tap) => {
    const covered = Math.min(from + tap + 1, end) - Math.max(from + tap, begin);
    return Math.max(covered, 0) * scale;
  });
  return { from, values };
}

/**
 * @param {Axis} axis
 * @param {number} target  pixel
 * @returns {{from: number, values: number[]}}
 */
function cubic({ scale, offset }, target) {
  // Pixel centres are matched to pixel centres.
  const at = (target + 0.5 - offset) / scale - 0.5;
  const from = Math.floor(at);
  return { from: from - 1, values: cubicWeights(at - from) };
}

/**
 * @param {number} t  0..1, between the second and the third of four neighbours
 * @returns {[number, number, number, number]} their weights; their sum is 1
 */
export function cubicWeights(t) {
  return [
    ((2 - t) * t - 1) * t * 0.5,
    ((3 * t - 5) * t * t + 2) * 0.5,
    ((4 - 3 * t) * t + 1) * t * 0.5,
    (t - 1) * t * t * 0.5,
  ];
}
