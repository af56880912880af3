import assert from 'node:assert/strict';
import { test } from 'node:test';
import { subjectBounds } from '../../../static_site/js/filters/subject-bounds.js';
import { drawMatte } from './drawn.js';

/** @param {number} left @param {number} top @param {number} right @param {number} bottom @param {number} [level] */
const box =
  (left, top, right, bottom, level = 255) =>
  (/** @type {number} */ x, /** @type {number} */ y) =>
    x > left && x < right && y > top && y < bottom ? level : 0;

test('bounds hold all that can be seen, to the pixel', () => {
  assert.deepEqual(subjectBounds(drawMatte(60, 40, box(7, 9, 31, 22, 8))), { x: 7, y: 9, width: 24, height: 13 });
});

test('several parts are held together', () => {
  const [one, other] = [box(2, 3, 10, 9), box(40, 20, 52, 33)];
  const matte = drawMatte(60, 40, (x, y) => Math.max(one(x, y), other(x, y)));
  assert.deepEqual(subjectBounds(matte), { x: 2, y: 3, width: 50, height: 30 });
});

test('a lone speck does not push the subject off centre', () => {
  const subject = box(20, 20, 120, 120);
  const matte = drawMatte(200, 150, (x, y) => (x > 197 && y > 147 && x < 199 && y < 149 ? 255 : subject(x, y)));
  assert.deepEqual(subjectBounds(matte), { x: 20, y: 20, width: 100, height: 100 });
});

test('haze that nobody sees does not count, and nothing has no bounds', () => {
  assert.equal(subjectBounds(drawMatte(9, 9, () => 7)), null);
});
