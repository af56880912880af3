// A photo as ISNet wants it: 1024 x 1024, divided by its own maximum, centred on zero.

import { resizeLanczos } from './lanczos.js';

/** @import { Raster } from './lanczos.js' */

/** ISNet sees every photo at this size. */
export const MODEL_SIDE_PX = 1024;

/**
 * The same preprocessing as the function's (functions/removebg/matting.py), or the same weights would give another
 * matte.
 * @param {{width: number, height: number, rgba: Uint8ClampedArray}} picture  opaque
 * @returns {Float32Array} planes of red, green and blue, each MODEL_SIDE_PX squared, -0.5..0.5
 */
export function isnetInput({ width, height, rgba }) {
  const { data } = resizeLanczos(withoutAlpha(width, height, rgba), MODEL_SIDE_PX, MODEL_SIDE_PX);
  const brightest = Math.max(maximum(data), 1e-6);
  const plane = MODEL_SIDE_PX * MODEL_SIDE_PX;
  const tensor = new Float32Array(3 * plane);
  for (let channel = 0; channel < 3; channel++) {
    for (let index = 0; index < plane; index++) {
      tensor[channel * plane + index] = data[index * 3 + channel] / brightest - 0.5;
    }
  }
  return tensor;
}

/**
 * @param {number} width
 * @param {number} height
 * @param {Uint8ClampedArray} rgba
 * @returns {Raster}
 */
function withoutAlpha(width, height, rgba) {
  const data = new Uint8ClampedArray(width * height * 3);
  for (let from = 0, to = 0; to < data.length; from += 4, to += 3) {
    data[to] = rgba[from];
    data[to + 1] = rgba[from + 1];
    data[to + 2] = rgba[from + 2];
  }
  return { width, height, channels: 3, data };
}

/** @param {Raster['data']} data */
function maximum(data) {
  let highest = 0;
  for (const level of data) if (level > highest) highest = level;
  return highest;
}
