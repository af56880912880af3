// What ISNet answers as a matte: stretched, rounded, its haze cleared; or no matte, when it sees no subject.

import { Failure } from '../document/failure.js';
import { MODEL_SIDE_PX } from './isnet-input.js';
import { resizeLanczos } from './lanczos.js';

/** @import { Matte } from '../document/picture.js' */

// Both as in functions/removebg/limits.py, with their reasons; a test holds them to it.
export const MIN_CONFIDENCE = 0.5;
export const MAX_HAZE_ALPHA = 4;

/**
 * The same postprocessing as the function's (functions/removebg/matting.py).
 * @param {Float32Array} confidence  MODEL_SIDE_PX squared, 0..1
 * @param {number} width  of the small copy
 * @param {number} height  of the small copy
 * @returns {Matte} in the small copy's pixels
 */
export function isnetMatte(confidence, width, height) {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (const value of confidence) {
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  // Without this check, stretching makes a matte out of noise. So written, it catches NaN as well.
  if (!(highest >= MIN_CONFIDENCE) || highest === lowest) throw new Failure('unknown_foreground');
  const scale = 255 / (highest - lowest);
  const data = new Uint8Array(confidence.length);
  for (let index = 0; index < data.length; index++) {
    const level = Math.floor((confidence[index] - lowest) * scale + 0.5);
    data[index] = level > MAX_HAZE_ALPHA ? level : 0;
  }
  const raster = { width: MODEL_SIDE_PX, height: MODEL_SIDE_PX, channels: 1, data };
  return { width, height, alpha: new Uint8Array(resizeLanczos(raster, width, height).data) };
}
