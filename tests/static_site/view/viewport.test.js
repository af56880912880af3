import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitViewport, toImage, toScreen } from '../../../static_site/js/view/viewport.js';

test('the whole image is on the stage, centred, with its proportions', () => {
  assert.deepEqual(fitViewport({ width: 4000, height: 3000 }, { width: 1000, height: 600 }), {
    scale: 0.2,
    x: 100,
    y: 0,
  });
  assert.deepEqual(fitViewport({ width: 3000, height: 4000 }, { width: 300, height: 600 }), {
    scale: 0.1,
    x: 0,
    y: 100,
  });
});

test('a small image is enlarged, at most twice', () => {
  assert.deepEqual(fitViewport({ width: 100, height: 100 }, { width: 1000, height: 600 }), {
    scale: 2,
    x: 400,
    y: 200,
  });
});

test('image to screen and back is the same point', () => {
  const viewport = fitViewport({ width: 4000, height: 3000 }, { width: 777, height: 333 });
  const imagePoint = { x: 1234.5, y: 67 };
  const there = toImage(viewport, toScreen(viewport, imagePoint));
  assert.ok(Math.abs(there.x - imagePoint.x) < 1e-9 && Math.abs(there.y - imagePoint.y) < 1e-9);
});

test('the corners of the image land on the edges of its place', () => {
  const viewport = { scale: 0.5, x: 10, y: 20 };
  assert.deepEqual(toScreen(viewport, { x: 0, y: 0 }), { x: 10, y: 20 });
  assert.deepEqual(toScreen(viewport, { x: 200, y: 100 }), { x: 110, y: 70 });
});
