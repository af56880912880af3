import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sumBlocks } from '../../../static_site/js/filters/block-sums.js';
import { drawMatte, drawPicture } from './drawn.js';

test('each pixel counts for subject and background by its share, and by its own opacity', () => {
  const photo = drawPicture(2, 1, (x) => (x < 1 ? [10, 20, 30, 255] : [100, 0, 200, 51]));
  const matte = drawMatte(2, 1, (x) => (x < 1 ? 255 : 100));
  const { foreground, background } = sumBlocks(photo, matte, { x: 0, y: 0, width: 1, height: 1 });
  assert.deepEqual([foreground.weight[0], background.weight[0]], [255 + 20, 31]);
  assert.deepEqual(
    foreground.colours.map((plane) => plane[0]),
    [10 * 255 + 100 * 20, 20 * 255, 30 * 255 + 200 * 20],
  );
  assert.deepEqual(
    background.colours.map((plane) => plane[0]),
    [100 * 31, 0, 200 * 31],
  );
});

test('blocks are found where they are, those at the border cut off', () => {
  const photo = drawPicture(6, 5, (x, y) => [Math.floor(x) + Math.floor(y) * 6, 0, 0]);
  const { foreground } = sumBlocks(
    photo,
    drawMatte(6, 5, () => 1),
    { x: 1, y: 1, width: 1, height: 1 },
  );
  assert.equal(foreground.weight[0], 2);
  assert.equal(foreground.colours[0][0], 28 + 29);
});
