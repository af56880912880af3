// Worker: the whole of on-device matting, from the small copy to its matte.

import { Failure } from '../document/failure.js';
import { isnetInput } from '../filters/isnet-input.js';
import { isnetMatte } from '../filters/isnet-matte.js';
import { serveJob } from '../workers/serve-job.js';
import { listParts, takeParts } from './on-device-parts.js';
import { startNetwork } from './on-device-session.js';

/** @import { SmallCopy } from '../document/picture.js' */

serveJob(async (/** @type {{copy: SmallCopy, build: 'wasm' | 'webgpu'}} */ { copy, build }, report) => {
  const parts = await listParts();
  const files = await takeParts(parts, parts[build], report);
  const startedAt = performance.now();
  report({ step: 'start-model' });
  const confidence = await infer(async () => {
    const run = await startNetwork(parts[build], files, build);
    report({ step: 'infer' });
    return run(isnetInput(await readCopy(copy.blob)));
  });
  const matte = isnetMatte(confidence, copy.width, copy.height);
  const seconds = (performance.now() - startedAt) / 1000;
  return { output: { matte, seconds }, transfer: [matte.alpha.buffer] };
});

/** @param {Blob} blob  opaque, without a colour profile */
async function readCopy(blob) {
  const bitmap = await createImageBitmap(blob, { colorSpaceConversion: 'none' });
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new RangeError('no memory for a canvas');
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return { width, height, rgba: context.getImageData(0, 0, width, height).data };
}

/**
 * onnxruntime and WebAssembly have no error of their own for a lack of memory.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function infer(work) {
  try {
    return await work();
  } catch (error) {
    const said = String(error instanceof Error ? error.message : error);
    const isMemory = error instanceof RangeError || /memory|alloc|^\d+$/i.test(said);
    throw isMemory ? new Failure('on_device_out_of_memory') : new Failure('on_device_failed', { detail: said });
  }
}
