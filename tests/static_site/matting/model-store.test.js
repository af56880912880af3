import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { failureFacts } from '../../../static_site/js/document/failure.js';
import {
  addressOf,
  CACHE_NAME,
  forgetModel,
  forgetOthers,
  isModelKept,
  takePart,
} from '../../../static_site/js/matting/model-store.js';
import { FakeCaches } from './fake-caches.js';

const BYTES = new TextEncoder().encode('the weights');
const PART = {
  file: 'net.int8.0f1e2d3c.onnx',
  bytes: BYTES.length,
  sha256: createHash('sha256').update(BYTES).digest('hex'),
};
const { href } = addressOf(PART);

let caches = new FakeCaches();
/** @type {RequestInit[]} */
let requests = [];
/** @type {() => Response | Promise<Response>} */
let answer;
const take = () => takePart(PART, () => {});
const codeOf = (/** @type {Promise<unknown>} */ work) =>
  work.then(
    () => 'nothing failed',
    (error) => failureFacts(error).code,
  );

beforeEach(() => {
  caches = new FakeCaches();
  requests = [];
  answer = () => new Response(BYTES);
  Object.assign(globalThis, { caches });
  mock.method(globalThis, 'fetch', async (/** @type {URL} */ url, /** @type {RequestInit} */ init) => {
    assert.equal(url.href, href);
    requests.push(init);
    return answer();
  });
  Object.defineProperty(globalThis, 'navigator', { value: { onLine: true }, configurable: true });
});
afterEach(() => mock.reset());

test('a part is downloaded once, with its progress, and read from this device from then on', async () => {
  /** @type {number[]} */
  const seen = [];
  assert.deepEqual(await takePart(PART, (bytes) => seen.push(bytes)), BYTES);
  assert.equal(seen.at(-1), BYTES.length);
  assert.deepEqual(await takePart(PART, () => assert.fail('nothing is downloaded')), BYTES);
  assert.equal(requests.length, 1);
});

test('the browser’s own cache gets no second copy, which nobody could delete', async () => {
  await take();
  assert.deepEqual(requests, [{ cache: 'no-store', credentials: 'omit' }]);
});

test('a damaged part is noticed, deleted and fetched again', async () => {
  await take();
  caches.kept.get(CACHE_NAME)?.set(
    href,
    BYTES.map((byte) => byte ^ 1),
  );
  assert.deepEqual(await take(), BYTES);
  assert.equal(requests.length, 2);
  assert.deepEqual(await take(), BYTES);
  assert.equal(requests.length, 2);
});

test('a damaged part does not stay when it cannot be fetched again', async () => {
  await take();
  caches.kept.get(CACHE_NAME)?.set(href, BYTES.subarray(1));
  answer = () => Promise.reject(new TypeError('no network'));
  assert.equal(await codeOf(take()), 'model_not_loaded');
  assert.equal(await isModelKept(), false);
});

for (const [name, damaged] of /** @type {[string, Uint8Array<ArrayBuffer>][]} */ ([
  ['cut off', BYTES.slice(1)],
  ['longer', Uint8Array.of(...BYTES, 0)],
  ['changed', BYTES.map((byte) => byte ^ 1)],
])) {
  test(`a download that is ${name} is never used, nor kept`, async () => {
    answer = () => new Response(damaged);
    assert.equal(await codeOf(take()), 'model_damaged');
    assert.equal(await isModelKept(), false);
  });
}

test('a missing file is told from a missing network', async () => {
  answer = () => new Response('', { status: 404 });
  assert.equal(await codeOf(take()), 'model_not_loaded');
  answer = () => Promise.reject(new TypeError('no network'));
  Object.defineProperty(globalThis, 'navigator', { value: { onLine: false }, configurable: true });
  assert.equal(await codeOf(take()), 'offline');
});

test('a device without room, or without caches, gets the part all the same', async () => {
  caches.isFull = true;
  assert.deepEqual(await take(), BYTES);
  assert.equal(await isModelKept(), false);
  Object.assign(globalThis, { caches: undefined });
  assert.deepEqual(await take(), BYTES);
  assert.equal(await isModelKept(), false);
  await forgetModel();
});

test('deleting leaves nothing, and asking makes nothing', async () => {
  assert.equal(await isModelKept(), false);
  assert.equal(caches.kept.size, 0);
  await take();
  assert.equal(await isModelKept(), true);
  await forgetModel();
  assert.equal(caches.kept.size, 0);
});

test('what another version has kept is forgotten, and nothing else', async () => {
  await take();
  caches.kept.get(CACHE_NAME)?.set(new URL('net.int8.00000000.onnx', href).href, BYTES);
  await forgetOthers([PART]);
  assert.deepEqual([...(caches.kept.get(CACHE_NAME)?.keys() ?? [])], [href]);
});
