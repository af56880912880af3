import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { failureFacts } from '../../../static_site/js/document/failure.js';
import { listParts, takeParts } from '../../../static_site/js/matting/on-device-parts.js';
import { FakeCaches } from './fake-caches.js';

const WEIGHTS = Buffer.alloc(3000, 7);
const PACKED = gzipSync('\0asm and more');
/** @type {Record<string, Buffer>} */
const FILES = { 'net.onnx': WEIGHTS, 'ort.wasm.gz': PACKED };
const part = (/** @type {string} */ file) => ({
  file,
  bytes: FILES[file]?.length ?? 0,
  sha256: createHash('sha256')
    .update(FILES[file] ?? '')
    .digest('hex'),
});
const build = { runtime: part('ort.mjs'), loader: part('ort-wasm.mjs'), binary: part('ort.wasm.gz') };
const PARTS = { model: part('net.onnx'), wasm: build, webgpu: { ...build, binary: part('gpu.wasm.gz') } };

/** @type {string[]} */
let asked = [];

beforeEach(() => {
  asked = [];
  Object.assign(globalThis, { caches: new FakeCaches() });
  mock.method(globalThis, 'fetch', async (/** @type {URL} */ url) => {
    const name = url.pathname.split('/').at(-1) ?? '';
    asked.push(name);
    return name === 'on-device.json' ? Response.json(PARTS) : new Response(Uint8Array.from(FILES[name]));
  });
});
afterEach(() => mock.reset());

test('the list comes first, and only the model and one build are fetched', async () => {
  const parts = await listParts();
  const { binary, weights } = await takeParts(parts, parts.wasm, () => {});
  assert.equal(Buffer.from(binary).toString(), '\0asm and more');
  assert.deepEqual(Buffer.from(weights), WEIGHTS);
  assert.deepEqual(asked, ['on-device.json', 'ort.wasm.gz', 'net.onnx']);
});

test('progress is of both downloads together, never back, and ends at one', async () => {
  /** @type {(number | undefined)[]} */
  const fractions = [];
  await takeParts(PARTS, PARTS.wasm, ({ step, fraction }) => {
    assert.equal(step, 'fetch-model');
    fractions.push(fraction);
  });
  assert.equal(fractions.at(-1), 1);
  assert.deepEqual(fractions, fractions.toSorted());
});

test('a list that is not there is told as the model’s failure, or as the network’s', async () => {
  mock.method(globalThis, 'fetch', async () => new Response('', { status: 404 }));
  for (const [onLine, expected] of /** @type {[boolean, string][]} */ ([
    [true, 'model_not_loaded'],
    [false, 'offline'],
  ])) {
    Object.defineProperty(globalThis, 'navigator', { value: { onLine }, configurable: true });
    const error = await listParts().catch((reason) => reason);
    assert.equal(failureFacts(error).code, expected);
  }
});
