import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shrinkPhoto } from '../../../static_site/js/filters/shrink-photo.js';
import { drawPicture } from './drawn.js';

test('each small pixel has the rounded mean colour of the pixels under it', () => {
  const photo = drawPicture(4, 2, (x, y) => [x < 2 ? 10 : 21, y < 1 ? 0 : 255, Math.floor(x)]);
  const [red, green, blue] = shrinkPhoto(photo, { width: 2, height: 1 });
  assert.deepEqual([...red], [10, 21]);
  assert.deepEqual([...green], [128, 128]);
  assert.deepEqual([...blue], [1, 3]);
});

test('every pixel counts once, whatever the ratio', () => {
  const photo = drawPicture(7, 5, () => [40, 50, 60]);
  for (const [index, plane] of shrinkPhoto(photo, { width: 3, height: 2 }).entries()) {
    assert.deepEqual([...plane], new Array(6).fill([40, 50, 60][index]));
  }
});
