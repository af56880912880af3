import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shrinkCutout, writeCutoutRow } from '../../../static_site/js/document/cutout.js';

/**
 * @param {number} width
 * @param {number} height
 * @param {number[][]} pixels
 */
const pictureOf = (width, height, pixels) => ({ width, height, rgba: Uint8ClampedArray.from(pixels.flat()) });
/** @param {number} width @param {number} height @param {number[]} alpha */
const matteOf = (width, height, alpha) => ({ width, height, alpha: Uint8Array.from(alpha) });

test('colour is the original’s wherever alpha is above zero, even at 1', () => {
  const row = new Uint8Array(8);
  const photo = pictureOf(2, 1, [
    [251, 3, 77, 255],
    [9, 8, 7, 255],
  ]);
  writeCutoutRow(photo, matteOf(2, 1, [1, 255]), 0, row);
  assert.deepEqual([...row], [251, 3, 77, 1, 9, 8, 7, 255]);
});

test('what was removed cannot be recovered: colour is zero where alpha is zero', () => {
  const row = new Uint8Array(8).fill(99);
  const photo = pictureOf(2, 1, [
    [10, 20, 30, 255],
    [10, 20, 30, 0],
  ]);
  writeCutoutRow(photo, matteOf(2, 1, [0, 255]), 0, row);
  assert.deepEqual([...row], [0, 0, 0, 0, 0, 0, 0, 0]);
});

test('a photo’s own transparency is kept: alphas are multiplied, and rounded', () => {
  const row = new Uint8Array(12);
  const photo = pictureOf(3, 1, [
    [1, 1, 1, 128],
    [1, 1, 1, 128],
    [1, 1, 1, 1],
  ]);
  writeCutoutRow(photo, matteOf(3, 1, [128, 255, 100]), 0, row);
  assert.deepEqual([row[3], row[7], row[11]], [64, 128, 0]);
});

test('each row is taken from its own place', () => {
  const row = new Uint8Array(4);
  const photo = pictureOf(1, 2, [
    [1, 1, 1, 255],
    [2, 2, 2, 255],
  ]);
  writeCutoutRow(photo, matteOf(1, 2, [10, 20]), 1, row);
  assert.deepEqual([...row], [2, 2, 2, 20]);
});

test('shrinking weights colour by alpha, so the removed background does not bleed back', () => {
  const red = [200, 0, 0, 255];
  const green = [0, 255, 0, 255];
  const small = shrinkCutout(pictureOf(2, 2, [red, green, red, green]), matteOf(2, 2, [255, 0, 255, 0]), 1, 1);
  assert.deepEqual([...small.rgba], [200, 0, 0, 128]);
});

test('shrinking lets a soft pixel count as much as can be seen of it', () => {
  const photo = pictureOf(2, 1, [
    [200, 0, 30, 255],
    [0, 250, 30, 255],
  ]);
  assert.deepEqual([...shrinkCutout(photo, matteOf(2, 1, [255, 51]), 1, 1).rgba], [167, 42, 30, 153]);
});

test('shrinking counts every row and column once, whatever the ratio', () => {
  const pixels = Array.from({ length: 35 }, () => [40, 50, 60, 255]);
  const small = shrinkCutout(pictureOf(7, 5, pixels), matteOf(7, 5, new Array(35).fill(255)), 3, 2);
  assert.deepEqual([small.width, small.height], [3, 2]);
  for (let at = 0; at < small.rgba.length; at += 4) {
    assert.deepEqual([...small.rgba.subarray(at, at + 4)], [40, 50, 60, 255]);
  }
});

test('a picture shown at its own size is not changed', () => {
  const pixels = [
    [1, 2, 3, 255],
    [4, 5, 6, 255],
  ];
  assert.deepEqual([...shrinkCutout(pictureOf(2, 1, pixels), matteOf(2, 1, [255, 255]), 2, 1).rgba], pixels.flat());
});
