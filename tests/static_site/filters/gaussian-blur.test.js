import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boxRadii, gaussianBlur } from '../../../static_site/js/filters/gaussian-blur.js';

test('three boxes have the variance that was asked for, as nearly as whole radii allow', () => {
  for (let deviation = 1; deviation < 60; deviation += 0.7) {
    const variance = boxRadii(deviation).reduce((sum, radius) => sum + (radius * (radius + 1)) / 3, 0);
    assert.ok(Math.abs(Math.sqrt(variance) - deviation) < 0.35, `${deviation}: ${Math.sqrt(variance)}`);
  }
});

test('an impulse becomes a bell: symmetric, falling, as wide as asked', () => {
  const size = { width: 101, height: 1 };
  const impulse = new Float32Array(101);
  impulse[50] = 1000;
  const blurred = gaussianBlur(impulse, size, 6);
  for (let at = 0; at < 50; at++) {
    assert.ok(blurred[at] <= blurred[at + 1]);
    assert.ok(Math.abs(blurred[at] - blurred[100 - at]) < 1e-3);
  }
  const variance = blurred.reduce((sum, level, at) => sum + level * (at - 50) ** 2, 0) / 1000;
  assert.ok(Math.abs(Math.sqrt(variance) - 6) < 0.35);
});

test('what is even stays even up to the border, and the plane itself is not changed', () => {
  const plane = new Uint8Array(35).fill(255);
  assert.deepEqual([...gaussianBlur(plane, { width: 7, height: 5 }, 3)], [...plane]);
  const step = Uint8Array.from([0, 0, 255, 255]);
  gaussianBlur(step, { width: 4, height: 1 }, 2);
  assert.deepEqual([...step], [0, 0, 255, 255]);
});

test('no blur is a copy', () => {
  const plane = Float32Array.from([1, 5, 2]);
  const blurred = gaussianBlur(plane, { width: 3, height: 1 }, 0);
  assert.deepEqual(blurred, plane);
  assert.notEqual(blurred, plane);
});
