import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasRealGpu, isGpuBetter } from '../../../static_site/js/matting/on-device-gpu.js';

/** @param {number} seconds @param {number[]} alpha */
const answer = (seconds, ...alpha) => ({
  seconds,
  matte: { width: alpha.length, height: 1, alpha: Uint8Array.from(alpha) },
});

test('a graphics processor is used when it gives the same matte sooner', () => {
  assert.ok(isGpuBetter(answer(4, 0, 128, 255, 255), answer(1, 0, 129, 254, 255)));
});

test('it is not when its matte is another, of another size, or not sooner', () => {
  assert.ok(!isGpuBetter(answer(4, 0, 0, 255, 255), answer(1, 0, 4, 255, 255)));
  assert.ok(!isGpuBetter(answer(4, 0, 255), answer(1, 0, 255, 255)));
  assert.ok(!isGpuBetter(answer(4, 0, 255), answer(4, 0, 255)));
});

for (const [name, requestAdapter, expected] of /** @type {[string, () => unknown, boolean][]} */ ([
  ['real', () => ({ info: { isFallbackAdapter: false } }), true],
  ['a fallback', () => ({ info: { isFallbackAdapter: true } }), false],
  ['a fallback, as older browsers tell it', () => ({ isFallbackAdapter: true }), false],
  ['not there', () => null, false],
  ['refused', () => Promise.reject(new Error('blocked')), false],
])) {
  test(`an adapter that is ${name} is ${expected ? '' : 'not '}a graphics processor`, async () => {
    const navigator = { gpu: { requestAdapter: async () => requestAdapter() } };
    Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true });
    assert.equal(await hasRealGpu(), expected);
  });
}

test('a browser without WebGPU has none', async () => {
  Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true });
  assert.equal(await hasRealGpu(), false);
});
