import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bleedColours } from '../../../static_site/js/render/bleed-colours.js';

/**
 * @param {number} width
 * @param {number} height
 * @param {(x: number, y: number) => number[]} pixel  RGBA
 */
function bleed(width, height, pixel) {
  const opaque = bleedColours({
    width,
    height,
    writeRow: (y, row) => {
      for (let x = 0; x < width; x++) row.set(pixel(x, y), x * 4);
    },
  });
  const rgba = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) opaque.writeRow(y, rgba.subarray(y * width * 4, (y + 1) * width * 4));
  return {
    alpha: opaque.alpha,
    at: (/** @type {number} */ x, /** @type {number} */ y) => [...rgba.subarray((y * width + x) * 4).slice(0, 4)],
  };
}

const NOTHING = [0, 0, 0, 0];
const BLACK = [0, 0, 0, 255];

test('what is seen keeps its colour, however faintly it is seen, and alpha is taken out whole', () => {
  const { alpha, at } = bleed(40, 20, (x, y) => [x, y, 200, x % 3 === 0 ? 0 : 1 + ((x * y) % 255)]);
  for (let y = 0; y < 20; y++) {
    for (let x = 0; x < 40; x++) {
      assert.equal(alpha[y * 40 + x], x % 3 === 0 ? 0 : 1 + ((x * y) % 255));
      if (x % 3) assert.deepEqual(at(x, y), [x, y, 200, 255]);
    }
  }
});

test('a hidden pixel has the mean of the colours in its block, each as much as it is seen', () => {
  const { at } = bleed(16, 16, (x, y) =>
    y > 0 ? NOTHING : x === 0 ? [250, 0, 100, 255] : x === 1 ? [0, 60, 100, 51] : NOTHING,
  );
  assert.deepEqual(at(9, 9), [Math.round((250 * 5) / 6), 10, 100, 255]);
});

test('colours go on into all eight blocks around, and no further', () => {
  const { at } = bleed(80, 80, (x, y) => (x === 40 && y === 40 ? [10, 20, 30, 255] : NOTHING));
  for (const y of [16, 31, 40, 63]) for (const x of [16, 40, 63]) assert.deepEqual(at(x, y), [10, 20, 30, 255]);
  for (const [x, y] of [
    [15, 40],
    [64, 40],
    [40, 15],
    [40, 64],
    [0, 0],
    [79, 79],
  ])
    assert.deepEqual(at(x, y), BLACK);
});

test('where nothing at all is seen all is black', () => {
  const { alpha, at } = bleed(17, 1, () => NOTHING);
  assert.deepEqual([at(0, 0), at(16, 0)], [BLACK, BLACK]);
  assert.ok(alpha.every((level) => level === 0));
});

test('rows can be read from the top again', () => {
  const opaque = bleedColours({ width: 1, height: 33, writeRow: (y, row) => row.set([y, 0, 0, 255]) });
  for (let time = 0; time < 2; time++) {
    for (let y = 0; y < 33; y++) {
      const row = new Uint8Array(4);
      opaque.writeRow(y, row);
      assert.deepEqual([...row], [y, 0, 0, 255]);
    }
  }
});
