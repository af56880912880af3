// Worker: the whole of on-device matting, from the small copy to its matte.

import { Failure } from '../document/failure.js';
import { isnetInput } from '../filters/isnet-input.js';
import { isnetMatte } from '../filters/isnet-matte.js';
import { serveJob } from '../workers/serve-job.js';
import { listParts, takeParts } from './on-device-parts.js';
import { startNetwork } from './on-device-session.js';
import { readPicture } from './read-picture.js';

/** @import { SmallCopy } from '../document/picture.js' */

serveJob(async (/** @type {{copy: SmallCopy, build: 'wasm' | 'webgpu'}} */ { copy, build }, report) => {
  const parts = await listParts();
  const files = await takeParts(parts, parts[build], report);
  const startedAt = performance.now();
  report({ step: 'start-model' });
  const confidence = await infer(async () => {
    const run = await startNetwork(parts[build], files, build);
    report({ step: 'infer' });
    return run(isnetInput(await readCopy(copy)));
  });
  const matte = isnetMatte(confidence, copy.width, copy.height);
  const seconds = (performance.now() - startedAt) / 1000;
  return { output: { matte, seconds }, transfer: [matte.alpha.buffer] };
});

/** @param {SmallCopy} copy */
async function readCopy({ blob }) {
  const picture = await readPicture(blob);
  if (!picture) throw new Error('the copy could not be read');
  return picture;
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
