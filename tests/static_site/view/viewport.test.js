import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  FIT_MARGIN_PX,
  fitViewport,
  panBy,
  toArtboard,
  toScreen,
  zoomAt,
} from '../../../static_site/js/view/viewport.js';

/** @param {number} width @param {number} height  that a whole picture may have */
const room = (width, height) => ({ width: width + 2 * FIT_MARGIN_PX, height: height + 2 * FIT_MARGIN_PX });

test('the whole image is on the stage, centred, with its proportions', () => {
  assert.deepEqual(fitViewport({ width: 4000, height: 3000 }, room(1000, 600)), {
    scale: 0.2,
    x: 100 + FIT_MARGIN_PX,
    y: FIT_MARGIN_PX,
  });
  assert.deepEqual(fitViewport({ width: 3000, height: 4000 }, room(300, 600)), {
    scale: 0.1,
    x: FIT_MARGIN_PX,
    y: 100 + FIT_MARGIN_PX,
  });
});

test('a small image is enlarged, at most twice', () => {
  assert.deepEqual(fitViewport({ width: 100, height: 100 }, { width: 1000, height: 600 }), {
    scale: 2,
    x: 400,
    y: 200,
  });
});

test('artboard to screen and back is the same point', () => {
  const viewport = fitViewport({ width: 4000, height: 3000 }, { width: 777, height: 333 });
  const point = { x: 1234.5, y: 67 };
  const there = toArtboard(viewport, toScreen(viewport, point));
  assert.ok(Math.abs(there.x - point.x) < 1e-9 && Math.abs(there.y - point.y) < 1e-9);
});

test('the corners of the image land on the edges of its place', () => {
  const viewport = { scale: 0.5, x: 10, y: 20 };
  assert.deepEqual(toScreen(viewport, { x: 0, y: 0 }), { x: 10, y: 20 });
  assert.deepEqual(toScreen(viewport, { x: 200, y: 100 }), { x: 110, y: 70 });
});

const artboard = { width: 4000, height: 3000 };
const stage = room(952, 552);
const fit = fitViewport(artboard, stage);

test('zooming leaves the point under the pointer where it is', () => {
  const anchor = { x: 333, y: 222 };
  const under = toArtboard(fit, anchor);
  const closer = zoomAt(fit, anchor, 3, artboard, stage);
  assert.ok(Math.abs(closer.scale - fit.scale * 3) < 1e-12);
  const now = toArtboard(closer, anchor);
  assert.ok(Math.hypot(now.x - under.x, now.y - under.y) < 1e-9);
});

test('the scale has bounds: single pixels are large enough, and the whole never becomes a dot', () => {
  const near = zoomAt(fit, { x: 500, y: 300 }, 1e6, artboard, stage);
  assert.equal(near.scale, 16);
  assert.equal(zoomAt(near, { x: 500, y: 300 }, 1e-9, artboard, stage).scale, fit.scale / 2);
});

test('some of the picture stays in sight, wherever it is dragged', () => {
  for (const [x, y] of [
    [1e5, 1e5],
    [-1e5, -1e5],
  ]) {
    const moved = panBy(fit, x, y, artboard, stage);
    const end = toScreen(moved, { x: artboard.width, y: artboard.height });
    assert.ok(moved.x <= stage.width - 64 && moved.y <= stage.height - 64);
    assert.ok(end.x >= 64 && end.y >= 64);
  }
  assert.deepEqual(panBy(fit, 10, -5, artboard, stage), { ...fit, x: fit.x + 10, y: fit.y - 5 });
});
