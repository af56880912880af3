import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boxMeans, boxSpans, boxSums } from '../../../static_site/js/filters/box-blur.js';
import { noise } from './drawn.js';

const [WIDTH, HEIGHT] = [9, 7];
const random = noise(1);
const PLANE = Uint32Array.from({ length: WIDTH * HEIGHT }, () => random() * 2 ** 24);

/** @param {number} x @param {number} y @param {number} radius */
function windowAt(x, y, radius) {
  const levels = [];
  for (let row = Math.max(0, y - radius); row <= Math.min(HEIGHT - 1, y + radius); row++) {
    for (let column = Math.max(0, x - radius); column <= Math.min(WIDTH - 1, x + radius); column++) {
      levels.push(PLANE[row * WIDTH + column]);
    }
  }
  return levels;
}

for (const radius of [0, 1, 3, 6, 40]) {
  test(`sums of radius ${radius} are those of the windows, to the last digit, also at the borders`, () => {
    const sums = new Uint32Array(PLANE.length);
    boxSums(PLANE, WIDTH, HEIGHT, radius, sums);
    sums.forEach((sum, at) => {
      const expected = windowAt(at % WIDTH, Math.floor(at / WIDTH), radius).reduce((total, level) => total + level, 0);
      assert.equal(sum, expected);
    });
  });
}

test('means are of what there is at the borders, and rounded in bytes', () => {
  const bytes = Uint8Array.from([0, 0, 255, 255]);
  const means = new Uint8Array(4);
  boxMeans(bytes, 4, 1, 1, means);
  assert.deepEqual([...means], [0, 85, 170, 255]);
  const floats = new Float32Array(4);
  boxMeans(Float32Array.from([0, 1, 2, 4]), 4, 1, 1, floats);
  assert.deepEqual([...floats], [0.5, 1, Math.fround(7 / 3), 3]);
});

test('spans count the pixels of each window', () => {
  assert.deepEqual([...boxSpans(5, 1)], [2, 3, 3, 3, 2]);
  assert.deepEqual([...boxSpans(3, 9)], [3, 3, 3]);
});
