// Whether this browser and this device can run the network at all; asked before anything of it is loaded.

/** The network's peak is near 1 GB, in one tab. Browsers that tell give 0.25, 0.5, 1, 2, 4 or 8. */
const MIN_MEMORY_GB = 4;

/** A WebAssembly module of one function that uses SIMD, which onnxruntime needs: `i8x16.popcnt (i8x16.splat 0)`. */
const SIMD_MODULE = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
];

/** @returns {string | null} a failure's code when it can't */
export function whyNotOnDevice() {
  const { deviceMemory } = /** @type {{deviceMemory?: number}} */ (navigator);
  if (deviceMemory !== undefined && deviceMemory < MIN_MEMORY_GB) return 'on_device_low_memory';
  const needed = ['WebAssembly', 'DecompressionStream', 'OffscreenCanvas', 'Worker'];
  // crypto.subtle is missing on pages that did not come over HTTPS.
  const isModern = needed.every((name) => name in globalThis) && Boolean(globalThis.crypto?.subtle);
  return isModern && WebAssembly.validate(new Uint8Array(SIMD_MODULE)) ? null : 'on_device_unsupported';
}

/** @returns {boolean} whether a graphics processor can be tried; onnxruntime's build for it needs Promise Integration */
export function mayTryGpu() {
  return 'gpu' in navigator && 'Suspending' in (globalThis.WebAssembly ?? {});
}
