import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addColour, createClassSums, gatherWindows } from '../../../static_site/js/filters/class-sums.js';
import { separateClasses } from '../../../static_site/js/filters/colour-classes.js';
import { noise } from './drawn.js';

/** @param {number[]} colour @param {number} spread @param {number} seed */
function classOf(colour, spread, seed, count = 200) {
  const random = noise(seed);
  const sums = createClassSums(1, 1);
  for (let turn = 0; turn < count; turn++) {
    const [r, g, b] = colour.map((level) => level + (random() - 0.5) * spread);
    addColour(sums, 0, r, g, b);
  }
  return sums;
}

/** @param {Float32Array} lines @param {number[]} colour */
const evaluate = (lines, [r, g, b]) => lines[0] * r + lines[1] * g + lines[2] * b + lines[3];

test('colours of the first class are like it, colours of the second are not, and a mixture is in between', () => {
  const lines = separateClasses(classOf([200, 80, 60], 20, 1), classOf([60, 90, 180], 20, 2));
  assert.ok(evaluate(lines, [200, 80, 60]) >= 1);
  assert.ok(evaluate(lines, [60, 90, 180]) <= 0);
  assert.ok(Math.abs(evaluate(lines, [130, 85, 120]) - 0.5) < 0.05);
});

test('classes of the same colours are not told apart: all is like the first', () => {
  const lines = separateClasses(classOf([90, 90, 90], 80, 1), classOf([92, 89, 91], 80, 2));
  assert.ok(evaluate(lines, [90, 90, 90]) > 0.9);
  assert.deepEqual([...separateClasses(classOf([9, 9, 9], 0, 1), classOf([9, 9, 9], 0, 2))], [0, 0, 0, 1]);
});

test('without a second class, or a first, all is like the first', () => {
  const [some, none] = [classOf([90, 90, 90], 80, 1), createClassSums(1, 1)];
  assert.deepEqual([...separateClasses(some, none)], [0, 0, 0, 1]);
  assert.deepEqual([...separateClasses(none, some)], [0, 0, 0, 1]);
});

test('windows gather the cells around', () => {
  const sums = createClassSums(5, 1);
  addColour(sums, 0, 1, 2, 3);
  addColour(sums, 2, 10, 20, 30);
  const gathered = gatherWindows(sums, 1);
  assert.deepEqual([...gathered.planes[0]], [1, 2, 1, 1, 0]);
  assert.deepEqual(
    gathered.planes.map((plane) => plane[1]),
    [2, 11, 22, 33, 101, 202, 303, 404, 606, 909],
  );
});
