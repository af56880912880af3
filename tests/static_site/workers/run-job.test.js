import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { failureFacts } from '../../../static_site/js/document/failure.js';
import { runJob } from '../../../static_site/js/workers/run-job.js';

const ADDRESS = new URL('../../../static_site/js/io/decode-worker.js', import.meta.url);

/** Stands in for the browser's Worker: remembers what was asked of it. */
class FakeWorker {
  /** @type {FakeWorker[]} */
  static all = [];
  terminated = false;
  /** @type {any} */
  sent;
  /** @type {(event: any) => void} */
  onmessage = () => {};
  /** @type {(event: any) => void} */
  onerror = () => {};

  constructor() {
    FakeWorker.all.push(this);
  }

  /** @param {unknown} input @param {unknown} transfer */
  postMessage(input, transfer) {
    this.sent = { input, transfer };
  }

  terminate() {
    this.terminated = true;
  }
}

beforeEach(() => {
  FakeWorker.all = [];
  Object.assign(globalThis, { Worker: FakeWorker });
});
afterEach(() => mock.reset());

const start = (signal = new AbortController().signal, onProgress = (/** @type {unknown} */ _) => {}) => {
  const job = runJob(ADDRESS, 'input', { signal, onProgress });
  return { job, worker: FakeWorker.all[0] };
};

test('a finished job resolves with its output, after its progress, and ends its worker', async () => {
  /** @type {unknown[]} */
  const seen = [];
  const { job, worker } = start(undefined, (progress) => seen.push(progress));
  assert.deepEqual(worker.sent, { input: 'input', transfer: [] });
  worker.onmessage({ data: { type: 'progress', progress: { step: 'read' } } });
  worker.onmessage({ data: { type: 'done', output: 42 } });
  assert.equal(await job, 42);
  assert.deepEqual(seen, [{ step: 'read' }]);
  assert.ok(worker.terminated);
});

test('aborting terminates the worker at once and rejects with the signal’s reason', async () => {
  const controller = new AbortController();
  const { job, worker } = start(controller.signal);
  controller.abort();
  assert.ok(worker.terminated);
  await assert.rejects(job, { name: 'AbortError' });
});

test('an aborted signal starts no worker', async () => {
  await assert.rejects(runJob(ADDRESS, 1, { signal: AbortSignal.abort(), onProgress() {} }), { name: 'AbortError' });
  assert.equal(FakeWorker.all.length, 0);
});

test('a worker’s failure arrives with its code', async () => {
  const { job, worker } = start();
  worker.onmessage({ data: { type: 'failed', failure: { code: 'photo_too_large' } } });
  const error = await job.catch((reason) => reason);
  assert.equal(failureFacts(error).code, 'photo_too_large');
  assert.ok(worker.terminated);
});

test('a worker whose file cannot be loaded is told from one that throws', async () => {
  Object.defineProperty(globalThis, 'navigator', { value: { onLine: true }, configurable: true });
  const unloaded = start();
  unloaded.worker.onerror({});
  assert.equal(failureFacts(await unloaded.job.catch((reason) => reason)).code, 'worker_not_loaded');
  FakeWorker.all = [];
  const thrown = start();
  thrown.worker.onerror({ message: 'Uncaught TypeError' });
  assert.equal(failureFacts(await thrown.job.catch((reason) => reason)).code, 'unexpected');
});
