import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matteFromPicture } from '../../../static_site/js/filters/matte-from-picture.js';
import { drawPicture } from './drawn.js';

test('a picture with transparency means its alpha', () => {
  const picture = drawPicture(2, 1, (x) => (x < 1 ? [255, 255, 255, 10] : [0, 0, 0, 255]));
  assert.deepEqual([...matteFromPicture(picture, { width: 2, height: 1 }).alpha], [10, 255]);
});

test('an opaque picture means its brightness, white for subject', () => {
  const colours = [
    [255, 255, 255],
    [0, 0, 0],
    [128, 128, 128],
    [0, 255, 0],
  ];
  const picture = drawPicture(4, 1, (x) => colours[Math.floor(x)]);
  assert.deepEqual([...matteFromPicture(picture, { width: 4, height: 1 }).alpha], [255, 0, 128, 182]);
});

test('it is brought to the photo’s size', () => {
  const picture = drawPicture(2, 1, (x) => (x < 1 ? [0, 0, 0] : [255, 255, 255]));
  const { width, height, alpha } = matteFromPicture(picture, { width: 4, height: 2 });
  assert.deepEqual([width, height, ...alpha], [4, 2, 0, 64, 191, 255, 0, 64, 191, 255]);
});
