import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { failureFacts } from '../../../static_site/js/document/failure.js';
import { createEngines } from '../../../static_site/js/matting/engines.js';
import { FakeCaches } from './fake-caches.js';
import { FakeWorker } from './fake-worker.js';

/** @import { EngineStatus } from '../../../static_site/js/matting/engines.js' */

const copy = { blob: new Blob(['jpeg']), width: 1, height: 1 };
const options = { signal: new AbortController().signal, onProgress() {} };
const matte = { width: 1, height: 1, alpha: Uint8Array.of(255) };

/** @type {string[]} */
let asked = [];
/** @type {EngineStatus} */
let status;
let caches = new FakeCaches();
const create = () =>
  createEngines((now) => {
    status = now;
  });
const keepModel = async () =>
  (await caches.open('fix-shots-on-device')).put(new URL('https://a.example/net.onnx'), new Response('weights'));

beforeEach(() => {
  asked = [];
  caches = new FakeCaches();
  FakeWorker.inputs = [];
  FakeWorker.reply = () => ({ type: 'done', output: { matte, seconds: 3 } });
  Object.assign(globalThis, { Worker: FakeWorker, OffscreenCanvas: class {}, caches });
  Object.defineProperty(globalThis, 'navigator', { value: { onLine: true }, configurable: true });
  mock.method(globalThis, 'fetch', async (/** @type {URL} */ url) => {
    asked.push(url.pathname);
    return Response.json({ errors: [{ code: 'unknown_foreground' }] }, { status: 400 });
  });
});
afterEach(() => mock.reset());

test('photos go to the server until the device is chosen, and then no more', async () => {
  const engines = create();
  await assert.rejects(engines.matte(copy, options));
  assert.equal(asked.length, 1);
  engines.choose('device');
  assert.equal(await engines.matte(copy, options), matte);
  assert.equal(asked.length, 1);
  assert.deepEqual([status.chosen, status.seconds], ['device', 3]);
});

test('a model that is kept says that the device was chosen before', async () => {
  const first = create();
  await first.start();
  assert.deepEqual([status.chosen, status.isModelKept], ['server', false]);
  await keepModel();
  await create().start();
  assert.deepEqual([status.chosen, status.isModelKept], ['device', true]);
});

test('a photo that comes before that is known waits, and is not sent', async () => {
  await keepModel();
  const engines = create();
  engines.start();
  assert.equal(await engines.matte(copy, options), matte);
  assert.ok(asked.every((path) => path.endsWith('/site-files.json')));
});

for (const code of ['on_device_out_of_memory', 'on_device_failed']) {
  test(`after ${code} the device is not tried again, and nothing is sent by itself`, async () => {
    FakeWorker.reply = () => ({ type: 'failed', failure: { code } });
    const engines = create();
    engines.choose('device');
    const error = await engines.matte(copy, options).catch((reason) => reason);
    assert.equal(failureFacts(error).code, code);
    assert.deepEqual([status.chosen, status.refusal], ['server', code]);
    assert.deepEqual(asked, []);
  });
}

test('a failure of the photo or of the network leaves the choice as it is', async () => {
  FakeWorker.reply = () => ({ type: 'failed', failure: { code: 'unknown_foreground' } });
  const engines = create();
  engines.choose('device');
  await assert.rejects(engines.matte(copy, options));
  assert.deepEqual([status.chosen, status.refusal], ['device', null]);
});

test('deleting the model deletes the kept site too, and goes back to the server', async () => {
  await keepModel();
  await caches.open('fix-shots-site-0f1e');
  await caches.open('another-of-this-origin');
  const engines = create();
  await engines.start();
  await engines.deleteModel();
  assert.deepEqual(await caches.keys(), ['another-of-this-origin']);
  assert.deepEqual([status.chosen, status.isModelKept], ['server', false]);
});

for (const [name, lack, code] of /** @type {[string, () => void, string][]} */ ([
  [
    'too little memory',
    () => Object.defineProperty(globalThis, 'navigator', { value: { deviceMemory: 2 }, configurable: true }),
    'on_device_low_memory',
  ],
  ['an old browser', () => Object.assign(globalThis, { OffscreenCanvas: undefined }), 'on_device_unsupported'],
])) {
  test(`a device with ${name} can’t be chosen, even when it has the model`, async () => {
    lack();
    if (code === 'on_device_unsupported') Reflect.deleteProperty(globalThis, 'OffscreenCanvas');
    await keepModel();
    await create().start();
    assert.deepEqual([status.chosen, status.refusal], ['server', code]);
  });
}

test('no real graphics processor is said, and not used', async () => {
  const navigator = { onLine: true, gpu: { requestAdapter: async () => null } };
  Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true });
  const engines = create();
  engines.choose('device');
  await engines.useGpu(true);
  assert.equal(status.gpu, 'missing');
  await engines.matte(copy, options);
  assert.deepEqual(FakeWorker.inputs, [{ copy, build: 'wasm' }]);
});
