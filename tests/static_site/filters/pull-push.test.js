import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillHoles } from '../../../static_site/js/filters/pull-push.js';

test('what is known stays, and a hole lies between what is around it', () => {
  const [width, height] = [33, 21];
  const known = (/** @type {number} */ at) => at % width < 8 || at % width > 24;
  const weight = Float32Array.from({ length: width * height }, (_, at) => (known(at) ? 1 : 0));
  const plane = Float32Array.from(weight, (share, at) => share * (at % width < 16 ? 40 : 200));
  fillHoles([plane], weight, { width, height });
  for (let at = 0; at < plane.length; at++) {
    const column = at % width;
    if (known(at)) assert.equal(plane[at], column < 16 ? 40 : 200);
    assert.ok(plane[at] >= 40 && plane[at] <= 200);
    if (column > 8 && column <= 24 && !known(at))
      assert.ok(plane[at] >= plane[at - 1] - 1e-3, 'from left to right it rises');
  }
});

test('what is half known leans on what is around it', () => {
  const plane = Float32Array.from([100, 0.5 * 60]);
  fillHoles([plane], Float32Array.from([1, 0.5]), { width: 2, height: 1 });
  assert.equal(plane[0], 100);
  assert.ok(plane[1] > 60 && plane[1] < 100);
});

test('where nothing at all is known there is grey', () => {
  const plane = new Float32Array(6);
  fillHoles([plane], new Float32Array(6), { width: 3, height: 2 });
  assert.ok(plane.every((level) => level === 128));
});
