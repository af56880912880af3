// What on-device matting is made of: the model, and a build of onnxruntime-web for each processor.

import { Failure } from '../document/failure.js';
import { SITE } from '../workers/own-script.js';
import { forgetOthers, takePart } from './model-store.js';

/** @import { Part } from './model-store.js' */
/** @import { Progress } from '../document/state.js' */

/**
 * onnxruntime-web as it is published: two modules to import, and WebAssembly, as gzip.
 * @typedef {{runtime: Part, loader: Part, binary: Part}} Build
 */

/** @typedef {{model: Part, wasm: Build, webgpu: Build}} Parts  what infra/on_device.py lists */

/** @returns {Promise<Parts>} */
export async function listParts() {
  const response = await fetch(new URL('vendor/on-device.json', SITE)).catch(() => null);
  if (!response?.ok) throw new Failure(navigator.onLine ? 'model_not_loaded' : 'offline');
  return response.json();
}

/**
 * The two large parts, downloaded when they are not on this device yet.
 * @param {Parts} parts
 * @param {Build} build
 * @param {(progress: Progress) => void} report
 */
export async function takeParts(parts, build, report) {
  const { model, wasm, webgpu } = parts;
  await forgetOthers([model, wasm.binary, webgpu.binary]);
  const total = build.binary.bytes + model.bytes;
  const reportBytes = (/** @type {number} */ bytes) => report({ step: 'fetch-model', fraction: bytes / total });
  const packed = await takePart(build.binary, reportBytes);
  const weights = await takePart(model, (bytes) => reportBytes(packed.length + bytes));
  return { binary: await unpack(packed), weights };
}

/** @param {Uint8Array<ArrayBuffer>} gzip */
function unpack(gzip) {
  return new Response(new Blob([gzip]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}
