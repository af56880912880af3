import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { createOnDevice } from '../../../static_site/js/matting/on-device.js';
import { FakeWorker } from './fake-worker.js';

const copy = { blob: new Blob(['jpeg']), width: 2, height: 1 };
const options = { signal: new AbortController().signal, onProgress() {} };
const answer = (/** @type {number} */ seconds, /** @type {number[]} */ ...alpha) => ({
  type: /** @type {const} */ ('done'),
  output: { seconds, matte: { width: 2, height: 1, alpha: Uint8Array.from(alpha) } },
});
const failed = /** @type {const} */ ({ type: 'failed', failure: { code: 'on_device_failed' } });
const builds = () => FakeWorker.inputs.map(({ build }) => build);

/** @type {object[]} */
let changes = [];
const create = () => createOnDevice((change) => changes.push(change));

beforeEach(() => {
  changes = [];
  FakeWorker.inputs = [];
  Object.assign(globalThis, { Worker: FakeWorker });
});

test('a photo’s copy goes to a worker of this site and nowhere else, and its matte and its seconds come back', async () => {
  FakeWorker.reply = () => answer(4.5, 0, 255);
  const matte = await create().matte(copy, options);
  assert.deepEqual([...matte.alpha], [0, 255]);
  assert.deepEqual(FakeWorker.inputs, [{ copy, build: 'wasm' }]);
  assert.deepEqual(changes, [{ seconds: 4.5 }]);
});

test('a graphics processor is tried with one photo, whose matte is wasm’s, and used from the next on', async () => {
  FakeWorker.reply = ({ build }) => (build === 'wasm' ? answer(4, 0, 255) : answer(1, 0, 254));
  const engine = create();
  engine.useGpu(true);
  assert.deepEqual([...(await engine.matte(copy, options)).alpha], [0, 255]);
  assert.deepEqual([...(await engine.matte(copy, options)).alpha], [0, 254]);
  assert.deepEqual(builds(), ['wasm', 'webgpu', 'webgpu']);
  assert.deepEqual(changes, [{ gpu: 'used' }, { seconds: 4 }, { seconds: 1 }]);
});

for (const [name, byGpu] of /** @type {const} */ ([
  ['gives another matte', answer(1, 90, 90)],
  ['is slower', answer(5, 0, 255)],
  ['fails', failed],
])) {
  test(`a graphics processor that ${name} is not used again`, async () => {
    FakeWorker.reply = ({ build }) => (build === 'wasm' ? answer(4, 0, 255) : byGpu);
    const engine = create();
    engine.useGpu(true);
    for (let photo = 0; photo < 2; photo++) {
      assert.deepEqual([...(await engine.matte(copy, options)).alpha], [0, 255]);
    }
    assert.deepEqual(builds(), ['wasm', 'webgpu', 'wasm']);
    assert.deepEqual(changes.slice(-3), [{ gpu: 'refused' }, { seconds: 4 }, { seconds: 4 }]);
  });
}

test('a graphics processor that fails later is replaced in the same photo', async () => {
  let isBroken = false;
  FakeWorker.reply = ({ build }) => {
    if (build === 'wasm') return answer(4, 0, 255);
    return isBroken ? failed : answer(1, 0, 255);
  };
  const engine = create();
  engine.useGpu(true);
  await engine.matte(copy, options);
  isBroken = true;
  assert.deepEqual([...(await engine.matte(copy, options)).alpha], [0, 255]);
  assert.deepEqual(builds(), ['wasm', 'webgpu', 'webgpu', 'wasm']);
});

test('cancelling during the trial cancels, and is no verdict', async () => {
  const controller = new AbortController();
  FakeWorker.reply = ({ build }) => {
    if (build === 'wasm') return answer(4, 0, 255);
    queueMicrotask(() => controller.abort());
    return null;
  };
  const engine = create();
  engine.useGpu(true);
  await assert.rejects(engine.matte(copy, { ...options, signal: controller.signal }), { name: 'AbortError' });
  assert.deepEqual(changes, []);
});
