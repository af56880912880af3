import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { adjustMatte } from '../../../static_site/js/matting/adjust.js';
import { compose } from '../../../static_site/js/matting/compose.js';

/** @type {{address: string, input: any, transfer: unknown[]}[]} */
const sent = [];

/** Stands in for the browser's Worker: answers with what it was sent. */
class FakeWorker {
  /** @type {(event: {data: unknown}) => void} */
  onmessage = () => {};

  /** @param {string} address */
  constructor(address) {
    this.address = address;
  }

  /** @param {unknown} input @param {unknown[]} transfer */
  postMessage(input, transfer) {
    sent.push({ address: this.address, input, transfer });
    queueMicrotask(() => this.onmessage({ data: { type: 'done', output: input } }));
  }

  terminate() {}
}

const OPTIONS = { signal: new AbortController().signal, onProgress() {} };
const MATTE = { width: 2, height: 1, alpha: Uint8Array.from([1, 2]) };

beforeEach(() => {
  sent.length = 0;
  Object.assign(globalThis, { Worker: FakeWorker });
});

test('an adjustment copies the matte to its worker: the page keeps its own', async () => {
  await adjustMatte({ matte: MATTE, adjustment: { kind: 'grow', radiusPx: 3 } }, OPTIONS);
  const [{ address, input, transfer }] = sent;
  assert.match(address, /\/matting\/adjust-worker\.js$/);
  assert.deepEqual(input, { matte: MATTE, adjustment: { kind: 'grow', radiusPx: 3 } });
  assert.deepEqual(transfer, []);
});

test('composing moves the photo to its worker instead of copying it', async () => {
  const original = { width: 2, height: 1, rgba: new Uint8ClampedArray(8) };
  await compose(original, MATTE, OPTIONS);
  const [{ address, input, transfer }] = sent;
  assert.match(address, /\/matting\/compose-worker\.js$/);
  assert.deepEqual(input, { original, smallMatte: MATTE });
  assert.deepEqual(transfer, [original.rgba.buffer]);
});
