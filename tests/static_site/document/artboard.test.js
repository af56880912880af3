import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  centreSubject,
  clampSide,
  cropToSubject,
  fitSubject,
  MAX_SIDE_PX,
  resizeArtboard,
  setRatio,
} from '../../../static_site/js/document/artboard.js';
import { moveSubject, placedBox } from '../../../static_site/js/document/placement.js';
import { initialScene } from '../../../static_site/js/document/scene.js';
import { rotateSubject } from '../../../static_site/js/document/subject.js';

/** @import { Scene } from '../../../static_site/js/document/scene.js' */

const ORIGINAL = { width: 400, height: 300 };
const BOUNDS = { x: 40, y: 60, width: 101, height: 200 };
const SCENE = initialScene(ORIGINAL);

/** @param {Scene} scene */
const boxOf = (scene) => placedBox(scene.placement, BOUNDS, ORIGINAL);

test('a crop is exactly as large as the subject, and no pixel of the photo is resampled', () => {
  const cropped = cropToSubject(SCENE, BOUNDS, ORIGINAL);
  assert.deepEqual(cropped.artboard, { width: 101, height: 200 });
  assert.deepEqual(boxOf(cropped), { x: 0, y: 0, width: 101, height: 200 });
});

test('a margin is in pixels, or a fraction of the subject’s own width and height', () => {
  const inPixels = cropToSubject(SCENE, BOUNDS, ORIGINAL, { margin: { px: 30 } });
  assert.deepEqual(inPixels.artboard, { width: 161, height: 260 });
  const asFraction = cropToSubject(SCENE, BOUNDS, ORIGINAL, { margin: { fraction: 0.1 } });
  assert.deepEqual(asFraction.artboard, { width: 121, height: 240 });
  assert.deepEqual(boxOf(asFraction), { x: 10, y: 20, width: 101, height: 200 });
});

test('a crop may reach beyond the photo', () => {
  const cropped = cropToSubject(SCENE, { x: 0, y: 0, width: 400, height: 300 }, ORIGINAL, { margin: { px: 50 } });
  assert.deepEqual(cropped.artboard, { width: 500, height: 400 });
});

test('a crop of a turned subject loses nothing of it, and gains no row by rounding', () => {
  const turned = rotateSubject(SCENE, 30, BOUNDS, ORIGINAL);
  const cropped = cropToSubject(turned, BOUNDS, ORIGINAL);
  const { x, y, width, height } = boxOf(cropped);
  assert.ok(x >= 0 && y >= 0 && x < 1 && y < 1);
  assert.ok(cropped.artboard.width - x - width < 1 && cropped.artboard.height - y - height < 1);
  const quarter = cropToSubject(rotateSubject(SCENE, 90, BOUNDS, ORIGINAL), BOUNDS, ORIGINAL);
  assert.ok(Math.abs(quarter.artboard.width - 200) <= 1 && Math.abs(quarter.artboard.height - 101) <= 1);
});

test('without a subject a crop is the photo', () => {
  assert.deepEqual(cropToSubject(moveSubject(SCENE, 13, 5), null, ORIGINAL), SCENE);
});

test('the subject comes to the middle, by whole pixels where that spares resampling', () => {
  const { x, y, width, height } = boxOf(centreSubject(SCENE, BOUNDS, ORIGINAL));
  assert.ok(Number.isInteger(x) && Number.isInteger(y));
  assert.ok(Math.abs(x + width / 2 - 200) <= 0.5 && Math.abs(y + height / 2 - 150) <= 0.5);
  const turned = centreSubject(rotateSubject(SCENE, 12, BOUNDS, ORIGINAL), BOUNDS, ORIGINAL);
  const box = boxOf(turned);
  assert.ok(Math.abs(box.x + box.width / 2 - 200) < 1e-9 && Math.abs(box.y + box.height / 2 - 150) < 1e-9);
});

for (const [ratio, width, height] of [
  [1, 400, 400],
  [4 / 5, 320, 400],
  [16 / 9, 400, 225],
  [2 / 3, 267, 400],
]) {
  test(`a ratio of ${ratio.toFixed(2)} keeps the long side, and all of the subject that was to be seen`, () => {
    const framed = setRatio(SCENE, ratio, BOUNDS, ORIGINAL);
    assert.deepEqual(framed.artboard, { width, height });
    const box = boxOf(framed);
    assert.ok(box.x >= 0 && box.y >= 0);
    assert.ok(box.x + box.width <= width && box.y + box.height <= height);
    assert.ok(Number.isInteger(box.x) && Number.isInteger(box.y));
  });
}

test('a ratio enlarges the artboard when the subject needs it, and going from one to another does not', () => {
  const wide = { x: 5, y: 100, width: 390, height: 100 };
  const tall = setRatio(SCENE, 1 / 2, wide, ORIGINAL);
  assert.deepEqual(tall.artboard, { width: 390, height: 780 });
  const ratios = [1, 2, 1 / 2, 4 / 5, 1, 2, 1 / 2];
  const once = ratios.slice(0, 3).reduce((scene, ratio) => setRatio(scene, ratio, BOUNDS, ORIGINAL), SCENE);
  const often = ratios.reduce((scene, ratio) => setRatio(scene, ratio, BOUNDS, ORIGINAL), SCENE);
  assert.deepEqual(often.artboard, once.artboard);
});

test('a fitted subject fills so much of the artboard, in the middle', () => {
  const fitted = fitSubject(SCENE, BOUNDS, ORIGINAL, { width: 2000, height: 1600 }, 0.9);
  const { x, y, width, height } = boxOf(fitted);
  assert.ok(Math.abs(height - 1440) < 1e-9);
  assert.ok(Math.abs(x + width / 2 - 1000) < 1e-9 && Math.abs(y + height / 2 - 800) < 1e-9);
  assert.deepEqual(fitted.artboard, { width: 2000, height: 1600 });
});

test('another size of the artboard leaves the subject’s pixels alone, and the middle the middle', () => {
  const larger = resizeArtboard(SCENE, { width: 501, height: 350.4 });
  assert.deepEqual(larger.artboard, { width: 501, height: 350 });
  assert.deepEqual(boxOf(larger), { ...BOUNDS, x: 90, y: 85 });
});

test('the print size is forgotten when the artboard is another one', () => {
  const printed = { ...SCENE, artboard: { ...SCENE.artboard, dotsPerInch: 300 } };
  assert.ok(!('dotsPerInch' in resizeArtboard(printed, { width: 10, height: 10 }).artboard));
});

test('a side has at least one pixel, and an end', () => {
  assert.equal(clampSide(0.2), 1);
  assert.equal(clampSide(1e9), MAX_SIDE_PX);
  assert.equal(clampSide(12.6), 13);
});
