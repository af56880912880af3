import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepPart, removePart } from '../../../static_site/js/filters/parts.js';
import { disc, drawMatte } from './drawn.js';

const LEFT = { x: 20, y: 20 };
const RIGHT = { x: 61, y: 20 };
const left = disc(LEFT.x, LEFT.y, 14, 10);
const right = disc(RIGHT.x, RIGHT.y, 12, 10);
/** Two soft discs, apart. */
const TWO = drawMatte(90, 40, (x, y) => Math.max(left(x, y), right(x, y), 0));
const LEFT_ALONE = drawMatte(90, 40, left);
const RIGHT_ALONE = drawMatte(90, 40, right);

test('a part is removed with its soft fringe, and the rest stays as it is', () => {
  assert.deepEqual(removePart(TWO, LEFT), RIGHT_ALONE);
  assert.deepEqual(removePart(TWO, { x: 20.9, y: 20.9 }), RIGHT_ALONE);
});

test('a part is kept, and everything else goes', () => {
  assert.deepEqual(keepPart(TWO, LEFT), LEFT_ALONE);
  assert.deepEqual(keepPart(TWO, RIGHT), RIGHT_ALONE);
});

test('a click on its fringe means the part', () => {
  const fringe = { x: 5.5, y: 20.5 };
  const level = TWO.alpha[20 * 90 + 5];
  assert.ok(level > 0 && level < 128);
  assert.deepEqual(keepPart(TWO, fringe), LEFT_ALONE);
});

test('where two fringes meet, each pixel goes with the nearer core', () => {
  const bridge = drawMatte(90, 40, (x, y) => Math.max(left(x, y), right(x, y), Math.abs(y - 20) < 1 ? 60 : 0));
  const { alpha } = keepPart(bridge, LEFT);
  const row = 20 * 90;
  assert.deepEqual([alpha[row + 38], alpha[row + 46], alpha[row + 61]], [60, 0, 0]);
});

test('cores that touch by a corner are one part', () => {
  const corner = drawMatte(8, 8, (x, y) => (x < 4 === y < 4 ? 255 : 0));
  assert.ok(removePart(corner, { x: 1, y: 1 }).alpha.every((level) => level === 0));
});

test('a wisp without a core is a part by itself', () => {
  const wisp = drawMatte(90, 40, (x, y) => (x < 4 && y < 4 ? 90 : right(x, y)));
  assert.deepEqual(removePart(wisp, { x: 1, y: 1 }), RIGHT_ALONE);
});

test('where there is nothing, or beyond the photo, nothing happens', () => {
  for (const point of [
    { x: 0, y: 0 },
    { x: -1, y: 20 },
    { x: 20, y: 40 },
  ]) {
    assert.deepEqual(removePart(TWO, point), TWO);
    assert.deepEqual(keepPart(TWO, point), TWO);
  }
  assert.notEqual(removePart(TWO, { x: 0, y: 0 }).alpha, TWO.alpha);
});
