// A smaller cutout for the screen, or any part of one.

import { writeCutoutRow } from './cutout-rows.js';

/** @import { Cutout, Picture, Rect } from '../document/picture.js' */

/**
 * Each pixel is the mean of the cutout's pixels under it, those at its border counting by the part of them that it
 * covers. Colours are weighted by alpha, or removed background would bleed back into the edges.
 * @param {Cutout} cutout
 * @param {{width: number, height: number}} size  of the whole shrunk picture; at most the original's
 * @param {Rect} [rect]  the part of it that is wanted, in its pixels
 * @returns {Picture} of the part's size, straight alpha; the same pixels as in the whole
 */
export function shrinkCutout(cutout, size, rect = { x: 0, y: 0, ...size }) {
  const { original } = cutout;
  const { width, height } = rect;
  const rgba = new Uint8ClampedArray(width * height * 4);
  if (size.width === original.width && size.height === original.height) {
    for (let y = 0; y < height; y++) {
      const row = rgba.subarray(y * width * 4, (y + 1) * width * 4);
      writeCutoutRow(cutout, rect.y + y, row, rect.x, rect.x + width);
    }
    return { width, height, rgba };
  }
  const columns = coverage(original.width, size.width, rect.x, width);
  const rows = coverage(original.height, size.height, rect.y, height);
  const left = columns.first[0];
  const right = columns.last[width - 1] + 1;
  const line = new Uint8ClampedArray((right - left) * 4);
  const means = new Float64Array(width * 4);
  const sums = new Float64Array(width * 4);
  let meansOf = -1;
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    for (let row = rows.first[y]; row <= rows.last[y]; row++) {
      // The row across a border counts for both sides of it, and is not read twice.
      if (row !== meansOf) {
        writeCutoutRow(cutout, row, line, left, right);
        shrinkLine(line, left, columns, means);
        meansOf = row;
      }
      const weight = row === rows.first[y] ? rows.firstWeight[y] : row === rows.last[y] ? rows.lastWeight[y] : 1;
      for (let at = 0; at < sums.length; at += 4) {
        if (means[at + 3] === 0) continue;
        sums[at] += means[at] * weight;
        sums[at + 1] += means[at + 1] * weight;
        sums[at + 2] += means[at + 2] * weight;
        sums[at + 3] += means[at + 3] * weight;
      }
    }
    const start = y * width * 4;
    for (let at = 0; at < sums.length; at += 4) {
      const alpha = sums[at + 3];
      if (alpha === 0) continue;
      rgba[start + at] = sums[at] / alpha;
      rgba[start + at + 1] = sums[at + 1] / alpha;
      rgba[start + at + 2] = sums[at + 2] / alpha;
      rgba[start + at + 3] = (alpha * size.width * size.height) / (original.width * original.height);
    }
  }
  return { width, height, rgba };
}

/**
 * Which source pixels each target pixel of one axis covers, and how much of the first and of the last.
 * @param {number} sourceLength
 * @param {number} targetLength
 * @param {number} start  first target pixel
 * @param {number} count  of target pixels
 */
function coverage(sourceLength, targetLength, start, count) {
  const first = new Uint32Array(count);
  const last = new Uint32Array(count);
  const firstWeight = new Float32Array(count);
  const lastWeight = new Float32Array(count);
  for (let index = 0; index < count; index++) {
    const from = ((start + index) * sourceLength) / targetLength;
    const to = ((start + index + 1) * sourceLength) / targetLength;
    first[index] = Math.floor(from);
    last[index] = Math.ceil(to) - 1;
    firstWeight[index] = Math.min(first[index] + 1, to) - from;
    lastWeight[index] = to - last[index];
  }
  return { first, last, firstWeight, lastWeight };
}

/**
 * @param {Uint8ClampedArray} line  RGBA of one row, from column `left`
 * @param {number} left
 * @param {ReturnType<typeof coverage>} columns
 * @param {Float64Array} means  receives, per target pixel, colour times alpha, and alpha
 */
function shrinkLine(line, left, { first, last, firstWeight, lastWeight }, means) {
  for (let x = 0, to = 0; x < first.length; x++, to += 4) {
    let red = 0;
    let green = 0;
    let blue = 0;
    let alpha = 0;
    const end = last[x];
    let covered = firstWeight[x];
    for (let column = first[x], from = (column - left) * 4; column <= end; column++, from += 4) {
      if (line[from + 3] !== 0) {
        const weight = line[from + 3] * covered;
        red += line[from] * weight;
        green += line[from + 1] * weight;
        blue += line[from + 2] * weight;
        alpha += weight;
      }
      covered = column + 1 === end ? lastWeight[x] : 1;
    }
    means[to] = red;
    means[to + 1] = green;
    means[to + 2] = blue;
    means[to + 3] = alpha;
  }
}
