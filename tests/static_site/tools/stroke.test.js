import assert from 'node:assert/strict';
import { test } from 'node:test';
import { intersectRects } from '../../../static_site/js/document/rect.js';
import { createStroke, strengthAt } from '../../../static_site/js/tools/stroke.js';

/** @import { Brush } from '../../../static_site/js/tools/stroke.js' */

/** @type {Brush} */
const hard = { mode: 'erase', radiusPx: 5, hardness: 1, opacity: 1 };

/** @param {number} value */
const makeMatte = (value, width = 40, height = 30) => ({
  width,
  height,
  alpha: new Uint8Array(width * height).fill(value),
});

test('a soft brush falls from its core to its rim, a hard one at its rim alone', () => {
  const soft = { ...hard, hardness: 0.4 };
  assert.equal(strengthAt(2, soft), 255);
  assert.ok(strengthAt(3, soft) > strengthAt(4, soft));
  assert.equal(strengthAt(5, soft), 0);
  assert.equal(strengthAt(4.4, hard), 255);
  assert.equal(strengthAt(5.6, hard), 0);
});

test('a dab erases what is under it, whole, and nothing else', () => {
  const matte = makeMatte(255);
  const stroke = createStroke(matte, hard);
  stroke.draw({ x: 20, y: 15 }, { x: 20, y: 15 });
  for (let y = 0; y < 30; y++) {
    for (let x = 0; x < 40; x++) {
      const distance = Math.hypot(x + 0.5 - 20, y + 0.5 - 15);
      if (distance < 4) assert.equal(matte.alpha[y * 40 + x], 0);
      if (distance > 6) assert.equal(matte.alpha[y * 40 + x], 255);
    }
  }
});

test('a stroke is covered from end to end, however fast it was', () => {
  const matte = makeMatte(0);
  const stroke = createStroke(matte, { ...hard, mode: 'restore' });
  stroke.draw({ x: 2, y: 15 }, { x: 38, y: 15 });
  for (let x = 2; x < 38; x++) assert.equal(matte.alpha[15 * 40 + x], 255);
});

test('each pixel gets the strength of its distance to the path, whichever way the stroke goes', () => {
  const brush = { ...hard, hardness: 0.3, radiusPx: 70 };
  const [width, height] = [400, 300];
  for (const [from, to] of [
    [
      { x: 90, y: 80 },
      { x: 310, y: 230 },
    ],
    [
      { x: 330, y: 20.5 },
      { x: 300, y: 280 },
    ],
    [
      { x: 60, y: 150 },
      { x: 380, y: 151 },
    ],
    [
      { x: 200, y: 150 },
      { x: 200, y: 150 },
    ],
  ]) {
    const stroke = createStroke({ width, height, alpha: new Uint8Array(width * height).fill(255) }, brush);
    stroke.draw(from, to);
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const [offsetX, offsetY] = [x + 0.5 - from.x, y + 0.5 - from.y];
        const along = length && (offsetX * (to.x - from.x) + offsetY * (to.y - from.y)) / length ** 2;
        const part = Math.min(1, Math.max(0, along));
        const distance = Math.hypot(offsetX - part * (to.x - from.x), offsetY - part * (to.y - from.y));
        const apart = Math.abs(stroke.coverage[y * width + x] - strengthAt(distance, brush));
        assert.ok(apart <= 1, `${x}, ${y}`);
      }
    }
  }
});

test('the rectangles of a slanting stroke are little more than the stroke, and none covers another', () => {
  const [width, height] = [900, 900];
  const stroke = createStroke({ width, height, alpha: new Uint8Array(width * height) }, { ...hard, radiusPx: 20 });
  const rects = stroke.draw({ x: 30, y: 30 }, { x: 870, y: 870 });
  const area = rects.reduce((sum, rect) => sum + rect.width * rect.height, 0);
  assert.ok(area < 0.25 * 840 * 840, `${area}`);
  for (const [at, rect] of rects.entries()) {
    for (const other of rects.slice(at + 1)) assert.equal(intersectRects(rect, other), null);
  }
});

test('what changed lies in the rectangles that are told', () => {
  const matte = makeMatte(255);
  const stroke = createStroke(matte, { ...hard, hardness: 0 });
  const rects = stroke.draw({ x: 3, y: 3 }, { x: 39, y: 29 });
  for (let at = 0; at < matte.alpha.length; at++) {
    if (matte.alpha[at] === 255) continue;
    const [x, y] = [at % 40, Math.floor(at / 40)];
    assert.ok(rects.some((r) => x >= r.x && y >= r.y && x < r.x + r.width && y < r.y + r.height));
  }
});

test('passing a place twice in one stroke does not erase it twice', () => {
  const matte = makeMatte(200);
  const stroke = createStroke(matte, { ...hard, opacity: 0.5 });
  for (let pass = 0; pass < 3; pass++) stroke.draw({ x: 20, y: 15 }, { x: 22, y: 15 });
  assert.equal(matte.alpha[15 * 40 + 21], 100);
});

test('a stroke beside the picture changes nothing and says so', () => {
  const matte = makeMatte(255);
  assert.deepEqual(createStroke(matte, hard).draw({ x: -50, y: -50 }, { x: -20, y: -20 }), []);
});
