// Fills holes smoothly from what is around them: means are pulled up a pyramid, and pushed down where pixels miss.

import { placeSamples } from './resize-matte.js';

/** @typedef {{width: number, height: number}} Size */

/** What a picture has where nothing at all is known. */
const UNKNOWN_LEVEL = 128;

/**
 * After Gortler et al., "The Lumigraph" (1996).
 * @param {Float32Array[]} planes  levels times weight; receive levels, filled everywhere
 * @param {Float32Array} weight  0..1, 0 where nothing is known; a pixel of weight 1 keeps its levels
 * @param {Size} size
 */
export function fillHoles(planes, weight, size) {
  const half = { width: Math.ceil(size.width / 2), height: Math.ceil(size.height / 2) };
  /** @type {Float32Array[] | null} */
  let coarse = null;
  if (size.width > 1 || size.height > 1) {
    const coarseWeight = sumQuarters(weight, size, half);
    coarse = planes.map((plane) => sumQuarters(plane, size, half));
    for (let at = 0; at < coarseWeight.length; at++) {
      // Four known pixels are no better known than one.
      if (coarseWeight[at] <= 1) continue;
      for (const plane of coarse) plane[at] /= coarseWeight[at];
      coarseWeight[at] = 1;
    }
    fillHoles(coarse, coarseWeight, half);
  }
  planes.forEach((plane, index) => {
    const around = coarse ? enlarge(coarse[index], half, size) : new Float32Array(1).fill(UNKNOWN_LEVEL);
    for (let at = 0; at < plane.length; at++) plane[at] += around[at] * (1 - weight[at]);
  });
}

/**
 * @param {Float32Array} plane
 * @param {Size} size
 * @param {Size} half
 */
function sumQuarters(plane, size, half) {
  const sums = new Float32Array(half.width * half.height);
  for (let y = 0, at = 0; y < size.height; y++) {
    const row = (y >> 1) * half.width;
    for (let x = 0; x < size.width; x++, at++) sums[row + (x >> 1)] += plane[at];
  }
  return sums;
}

/**
 * @param {Float32Array} plane
 * @param {Size} from
 * @param {Size} to
 */
function enlarge(plane, from, to) {
  const columns = placeSamples(from.width, to.width);
  const rows = placeSamples(from.height, to.height);
  const larger = new Float32Array(to.width * to.height);
  for (let y = 0, at = 0; y < to.height; y++) {
    const upper = rows.first[y] * from.width;
    const lower = rows.second[y] * from.width;
    for (let x = 0; x < to.width; x++, at++) {
      const [left, right] = [columns.first[x], columns.second[x]];
      const above = plane[upper + left] + (plane[upper + right] - plane[upper + left]) * columns.weight[x];
      const below = plane[lower + left] + (plane[lower + right] - plane[lower + left]) * columns.weight[x];
      larger[at] = above + (below - above) * rows.weight[y];
    }
  }
  return larger;
}
