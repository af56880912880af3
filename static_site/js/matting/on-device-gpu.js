// Whether this device's graphics processor may be used: a real one, whose matte was as wasm's, and came sooner.

/** @import { Matte } from '../document/picture.js' */

/** Mean difference of two mattes of the same copy, in levels of 255, from which they are not the same. */
const MAX_MEAN_DIFFERENCE = 1;

/** A driver that hangs says nothing. */
export const GPU_TIMEOUT_MS = 60_000;

/**
 * A fallback adapter is the same processor that wasm runs on, only slower.
 * @returns {Promise<boolean>}
 */
export async function hasRealGpu() {
  try {
    const adapter = await /** @type {any} */ (navigator).gpu.requestAdapter({ powerPreference: 'high-performance' });
    return Boolean(adapter) && !(adapter.info?.isFallbackAdapter ?? adapter.isFallbackAdapter);
  } catch {
    return false;
  }
}

/**
 * @param {{matte: Matte, seconds: number}} byWasm
 * @param {{matte: Matte, seconds: number}} byGpu  of the same copy
 * @returns {boolean} whether the graphics processor is worth its use
 */
export function isGpuBetter(byWasm, byGpu) {
  return byGpu.seconds < byWasm.seconds && meanDifference(byWasm.matte.alpha, byGpu.matte.alpha) < MAX_MEAN_DIFFERENCE;
}

/** @param {Uint8Array} one @param {Uint8Array} other */
function meanDifference(one, other) {
  if (one.length !== other.length) return Number.POSITIVE_INFINITY;
  let sum = 0;
  for (let index = 0; index < one.length; index++) sum += Math.abs(one[index] - other[index]);
  return sum / one.length;
}
