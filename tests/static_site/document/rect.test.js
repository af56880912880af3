import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  equalRects,
  growRect,
  intersectRects,
  scaleRectOutwards,
  uniteRects,
} from '../../../static_site/js/document/rect.js';

const left = { x: 0, y: 0, width: 4, height: 4 };
const right = { x: 2, y: 1, width: 6, height: 2 };

test('a union holds both, and begins with nothing', () => {
  assert.deepEqual(uniteRects(left, right), { x: 0, y: 0, width: 8, height: 4 });
  assert.equal(uniteRects(null, right), right);
});

test('an intersection is what both cover; rectangles that only touch have none', () => {
  assert.deepEqual(intersectRects(left, right), { x: 2, y: 1, width: 2, height: 2 });
  assert.equal(intersectRects(left, { x: 4, y: 0, width: 1, height: 1 }), null);
});

test('rectangles are equal by what they cover', () => {
  assert.ok(equalRects({ ...left }, left));
  assert.ok(!equalRects(left, right) && !equalRects(undefined, left));
});

test('a rectangle grows on all sides, but not out of its picture', () => {
  assert.deepEqual(growRect(right, 2, { width: 9, height: 9 }), { x: 0, y: 0, width: 9, height: 5 });
});

test('a scaled rectangle loses no pixel that depends on it', () => {
  assert.deepEqual(scaleRectOutwards({ x: 3, y: 5, width: 2, height: 1 }, 0.5, 0.5), {
    x: 1,
    y: 2,
    width: 2,
    height: 1,
  });
});
