import assert from 'node:assert/strict';
import { test } from 'node:test';
import { COPY_SIDE_PX, fitWithin } from '../../../static_site/js/document/picture.js';

test('the copy that is sent has at most 1024 pixels on its long side, and the photo’s proportions', () => {
  assert.equal(COPY_SIDE_PX, 1024);
  assert.deepEqual(fitWithin(4000, 3000, COPY_SIDE_PX), { width: 1024, height: 768 });
  assert.deepEqual(fitWithin(3000, 4000, COPY_SIDE_PX), { width: 768, height: 1024 });
});

test('a small photo is not enlarged', () => {
  assert.deepEqual(fitWithin(300, 200, COPY_SIDE_PX), { width: 300, height: 200 });
});

test('a panorama keeps at least one pixel of height', () => {
  assert.deepEqual(fitWithin(50_000, 3, COPY_SIDE_PX), { width: 1024, height: 1 });
});
