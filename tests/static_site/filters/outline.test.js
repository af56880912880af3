import assert from 'node:assert/strict';
import { test } from 'node:test';
import { featherMatte, smoothMatte } from '../../../static_site/js/filters/outline.js';
import { disc, drawMatte, meanDifference } from './drawn.js';

/** @param {{alpha: Uint8Array}} matte */
const area = ({ alpha }) => alpha.reduce((sum, level) => sum + level, 0) / 255;

test('a feathered edge falls evenly, to about its radius on both sides, and is half where the edge was', () => {
  const feathered = featherMatte(
    drawMatte(80, 9, (x) => (x < 40 ? 255 : 0)),
    10,
  );
  const row = [...feathered.alpha.subarray(4 * 80, 5 * 80)];
  assert.deepEqual(
    row,
    [...row].sort((a, b) => b - a),
  );
  assert.ok(Math.abs(row[39] + row[40] - 255) <= 2);
  assert.ok(row[30] > 240 && row[30] < 255 && row[49] < 15 && row[49] > 0);
  assert.deepEqual([row[10], row[70]], [255, 0]);
});

test('a feather of one pixel is seen', () => {
  const { alpha } = featherMatte(
    drawMatte(10, 3, (x) => (x < 5 ? 255 : 0)),
    1,
  );
  assert.ok(alpha[14] < 255 && alpha[15] > 0);
});

test('steps become a smooth outline, and the subject keeps its area', () => {
  const truth = drawMatte(200, 200, disc(100, 100, 70));
  const jagged = drawMatte(200, 200, (x, y) => {
    return disc(100, 100, 70)(Math.floor(x / 6) * 6 + 3, Math.floor(y / 6) * 6 + 3) > 128 ? 255 : 0;
  });
  const smooth = smoothMatte(jagged, 8);
  assert.ok(meanDifference(smooth.alpha, truth.alpha) < meanDifference(jagged.alpha, truth.alpha) / 2);
  assert.ok(Math.abs(area(smooth) / area(jagged) - 1) < 0.002, `${area(smooth)} of ${area(jagged)}`);
  const soft = smooth.alpha.filter((level) => level > 10 && level < 245).length;
  assert.ok(soft < 2 * Math.PI * 70 * 4, 'the outline is not blurred');
});

test('what is flat stays flat when it is smoothed', () => {
  for (const level of [0, 255]) {
    assert.ok(
      smoothMatte(
        drawMatte(20, 20, () => level),
        4,
      ).alpha.every((value) => value === level),
    );
  }
});
