import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeCutoutRow } from '../../../static_site/js/render/cutout-rows.js';
import { cutoutOf, sampleCutout } from './sample-cutout.js';

/**
 * @param {number[][]} pixels  one row, RGBA
 * @param {number[]} alpha
 * @param {number[]} [colour]  of subject and background at the edges
 */
function rowOf(pixels, alpha, colour) {
  const original = { width: pixels.length, height: 1, rgba: Uint8ClampedArray.from(pixels.flat()) };
  const row = new Uint8Array(pixels.length * 4).fill(99);
  writeCutoutRow(cutoutOf(original, Uint8Array.from(alpha), colour), 0, row);
  return [...row];
}

test('where the matte is 255 the colour is the photo’s, byte by byte', () => {
  for (const alpha of [255, 128, 1]) assert.deepEqual(rowOf([[251, 3, 77, alpha]], [255]), [251, 3, 77, alpha]);
});

test('what was removed cannot be recovered: colour is zero where alpha is zero', () => {
  const zeros = [0, 0, 0, 0];
  assert.deepEqual(rowOf([[10, 20, 30, 255]], [0]), zeros);
  assert.deepEqual(rowOf([[10, 20, 30, 0]], [255]), zeros);
  assert.deepEqual(rowOf([[10, 20, 30, 1]], [100]), zeros);
});

test('a photo’s own transparency is kept: alphas are multiplied, and rounded', () => {
  const row = rowOf(
    [
      [1, 1, 1, 128],
      [1, 1, 1, 128],
      [1, 1, 1, 200],
    ],
    [128, 255, 100],
  );
  assert.deepEqual([row[3], row[7], row[11]], [64, 128, 78]);
});

test('the background’s share is taken out of a soft pixel, and its own texture stays', () => {
  const original = { width: 4, height: 1, rgba: new Uint8ClampedArray(16).fill(255) };
  const cutout = cutoutOf(original, Uint8Array.from([128, 128, 128, 128]));
  cutout.edgeColours.foreground.set([200, 100, 0]);
  cutout.edgeColours.background.set([0, 100, 200]);
  // The mixture of both; lighter; darker; beyond what any colour explains.
  original.rgba.set([100, 100, 100, 255, 110, 110, 110, 255, 90, 90, 90, 255, 255, 255, 255, 255]);
  const row = new Uint8Array(16);
  writeCutoutRow(cutout, 0, row);
  const expected = [200, 100, 0, 210, 110, 10, 190, 90, 0, 255, 255, 155];
  expected.forEach((level, at) => {
    const found = row[Math.floor(at / 3) * 4 + (at % 3)];
    assert.ok(Math.abs(found - level) <= 1, `pixel ${Math.floor(at / 3)}: ${found} is not ${level}`);
  });
});

test('between two blocks their colours are mixed, centre to centre, and go on beyond the last ones', () => {
  const original = { width: 12, height: 12, rgba: new Uint8ClampedArray(576).fill(0) };
  for (let at = 3; at < 576; at += 4) original.rgba[at] = 255;
  const cutout = cutoutOf(original, new Uint8Array(144).fill(1));
  const { foreground, background } = cutout.edgeColours;
  background.fill(0);
  // Red rises by 80 with each column of blocks, green with each row. At alpha 1 the photo has next to no say.
  for (let block = 0; block < 9; block++) foreground.set([(block % 3) * 80, Math.floor(block / 3) * 80, 0], block * 3);
  const level = (/** @type {number} */ at) => Math.min(Math.max(((at + 0.5) / 4 - 0.5) * 80, 0), 160);
  for (let y = 0; y < 12; y++) {
    const row = new Uint8Array(48);
    writeCutoutRow(cutout, y, row);
    for (let x = 0; x < 12; x++) {
      assert.ok(Math.abs(row[x * 4] - level(x)) <= 1.2, `red at ${x}, ${y}: ${row[x * 4]} is not ${level(x)}`);
      assert.ok(Math.abs(row[x * 4 + 1] - level(y)) <= 1.2, `green at ${x}, ${y}`);
    }
  }
});

test('a part of a row is that part of the whole row', () => {
  const cutout = sampleCutout(37, 29);
  const whole = new Uint8Array(37 * 4);
  writeCutoutRow(cutout, 14, whole);
  for (const [left, right] of [
    [0, 37],
    [5, 6],
    [9, 30],
  ]) {
    const part = new Uint8Array((right - left) * 4);
    writeCutoutRow(cutout, 14, part, left, right);
    assert.deepEqual(part, whole.subarray(left * 4, right * 4));
  }
});
