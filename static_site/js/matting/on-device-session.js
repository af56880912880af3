// Starts onnxruntime-web in a worker and loads the network into it.

import { MODEL_SIDE_PX } from '../filters/isnet-input.js';
import { trustScript } from '../workers/own-script.js';
import { canShareMemory } from '../workers/shared-memory.js';
import { addressOf } from './model-store.js';

/** @import { Build } from './on-device-parts.js' */

/** @typedef {typeof import('onnxruntime-web')} Onnxruntime */

/** @typedef {(tensor: Float32Array) => Promise<Float32Array>} Network  isnetInput to confidence, as a flat plane */

/** More threads gain little on ISNet, and each takes memory. */
const MAX_THREADS = 4;

/** Threads share memory. */
function countThreads() {
  return canShareMemory() ? Math.min(MAX_THREADS, navigator.hardwareConcurrency || 1) : 1;
}

/**
 * @param {Build} build
 * @param {{binary: ArrayBuffer, weights: Uint8Array}} parts
 * @param {'wasm' | 'webgpu'} processor
 * @returns {Promise<Network>}
 */
export async function startNetwork(build, { binary, weights }, processor) {
  trustOwnThreads();
  /** @type {Onnxruntime} */
  const onnxruntime = await import(addressOf(build.runtime).href);
  const { wasm } = onnxruntime.env;
  wasm.numThreads = countThreads();
  wasm.wasmPaths = { mjs: addressOf(build.loader).href };
  wasm.wasmBinary = binary;
  const session = await onnxruntime.InferenceSession.create(weights, {
    executionProviders: [processor],
    // Memory planned ahead by the pattern of the last run: more at its peak, and no faster.
    enableMemPattern: false,
    logSeverityLevel: 3,
  });
  return async (tensor) => {
    const input = new onnxruntime.Tensor('float32', tensor, [1, 3, MODEL_SIDE_PX, MODEL_SIDE_PX]);
    const answers = await session.run({ [session.inputNames[0]]: input });
    return /** @type {Promise<Float32Array>} */ (answers[session.outputNames[0]].getData());
  };
}

/** onnxruntime starts its threads by address, which Trusted Types only accept from our policy. */
function trustOwnThreads() {
  const { Worker } = self;
  self.Worker = class extends Worker {
    /** @param {string | URL} address @param {WorkerOptions} [options] */
    constructor(address, options) {
      super(trustScript(new URL(address)), options);
    }
  };
}
