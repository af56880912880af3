import assert from 'node:assert/strict';
import { test } from 'node:test';
import { upscaleMatte } from '../../../static_site/js/document/matte.js';

/** @param {number} width @param {number} height @param {number[]} values */
const matteOf = (width, height, values) => ({ width, height, alpha: Uint8Array.from(values) });

test('a matte of the photo’s size comes back unchanged', () => {
  const values = [0, 1, 127, 128, 254, 255];
  assert.deepEqual([...upscaleMatte(matteOf(3, 2, values), 3, 2).alpha], values);
});

test('an even matte stays even, up to the last row and column', () => {
  for (const level of [0, 1, 200, 255]) {
    const { width, height, alpha } = upscaleMatte(matteOf(2, 2, [level, level, level, level]), 7, 5);
    assert.deepEqual([width, height, alpha.length], [7, 5, 35]);
    assert.ok(alpha.every((value) => value === level));
  }
});

test('pixel centres meet pixel centres: doubling gives the quarter points, and nothing drifts', () => {
  assert.deepEqual([...upscaleMatte(matteOf(2, 1, [0, 200]), 4, 1).alpha], [0, 50, 150, 200]);
  assert.deepEqual([...upscaleMatte(matteOf(1, 2, [0, 200]), 1, 4).alpha], [0, 50, 150, 200]);
});

test('mirroring before or after upscaling gives the same matte', () => {
  const values = [10, 250, 30, 90, 170];
  const there = [...upscaleMatte(matteOf(5, 1, values), 13, 1).alpha];
  const mirrored = [...upscaleMatte(matteOf(5, 1, [...values].reverse()), 13, 1).alpha];
  assert.deepEqual(mirrored.reverse(), there);
});

test('soft edges stay soft: a step becomes a ramp', () => {
  const row = [...upscaleMatte(matteOf(2, 1, [0, 255]), 8, 1).alpha];
  assert.deepEqual(
    row,
    [...row].sort((a, b) => a - b),
  );
  assert.ok(row.filter((value) => value > 0 && value < 255).length >= 3);
});

test('progress grows from 0 and never passes 1', () => {
  /** @type {number[]} */
  const seen = [];
  upscaleMatte(matteOf(2, 2, [0, 0, 0, 0]), 2, 1000, (fraction) => seen.push(fraction));
  assert.deepEqual(seen, [0, 0.256, 0.512, 0.768]);
});
