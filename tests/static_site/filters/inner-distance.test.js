import assert from 'node:assert/strict';
import { test } from 'node:test';
import { innerDistance } from '../../../static_site/js/filters/inner-distance.js';

const CLOSED = { left: false, top: false, right: false, bottom: false };

test('depth grows from 1 at the rim, within 8 percent of the straight line', () => {
  const [side, middle, radius] = [61, 30, 25];
  const inside = (/** @type {number} */ at) =>
    Math.hypot((at % side) - middle, Math.floor(at / side) - middle) < radius;
  const depth = innerDistance(inside, side, side, CLOSED);
  assert.ok(Math.abs(depth[middle * side + middle] - radius) <= radius * 0.08 + 1);
  depth.forEach((value, at) => {
    assert.ok(inside(at) ? value >= 1 : value === 0);
  });
});

test('the rectangle’s border ends the region, except where it is open', () => {
  const all = () => true;
  assert.deepEqual([...innerDistance(all, 3, 3, CLOSED)], [1, 1, 1, 1, 2, 1, 1, 1, 1]);
  assert.deepEqual([...innerDistance(all, 3, 1, { ...CLOSED, top: true, bottom: true, left: true })], [3, 2, 1]);
});
