import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resizeMatte } from '../../../static_site/js/filters/resize-matte.js';

/** @param {number} width @param {number} height @param {number[]} values */
const matteOf = (width, height, values) => ({ width, height, alpha: Uint8Array.from(values) });

test('a matte of the photo’s size comes back unchanged', () => {
  const values = [0, 1, 127, 128, 254, 255];
  assert.deepEqual([...resizeMatte(matteOf(3, 2, values), { width: 3, height: 2 }).alpha], values);
});

test('an even matte stays even, up to the last row and column', () => {
  for (const level of [0, 1, 200, 255]) {
    const { width, height, alpha } = resizeMatte(matteOf(2, 2, [level, level, level, level]), { width: 7, height: 5 });
    assert.deepEqual([width, height, alpha.length], [7, 5, 35]);
    assert.ok(alpha.every((value) => value === level));
  }
});

test('pixel centres meet pixel centres: doubling gives the quarter points, and nothing drifts', () => {
  assert.deepEqual([...resizeMatte(matteOf(2, 1, [0, 200]), { width: 4, height: 1 }).alpha], [0, 50, 150, 200]);
  assert.deepEqual([...resizeMatte(matteOf(1, 2, [0, 200]), { width: 1, height: 4 }).alpha], [0, 50, 150, 200]);
});

test('mirroring before or after upscaling gives the same matte', () => {
  const values = [10, 250, 30, 90, 170];
  const there = [...resizeMatte(matteOf(5, 1, values), { width: 13, height: 1 }).alpha];
  const mirrored = [...resizeMatte(matteOf(5, 1, [...values].reverse()), { width: 13, height: 1 }).alpha];
  assert.deepEqual(mirrored.reverse(), there);
});

test('soft edges stay soft: a step becomes a ramp', () => {
  const row = [...resizeMatte(matteOf(2, 1, [0, 255]), { width: 8, height: 1 }).alpha];
  assert.deepEqual(
    row,
    [...row].sort((a, b) => a - b),
  );
  assert.ok(row.filter((value) => value > 0 && value < 255).length >= 3);
});

test('a larger matte can be brought to a smaller size too', () => {
  const { width, height, alpha } = resizeMatte(matteOf(4, 1, [0, 100, 200, 100]), { width: 2, height: 1 });
  assert.deepEqual([width, height, ...alpha], [2, 1, 50, 150]);
});
