import assert from 'node:assert/strict';
import { test } from 'node:test';
import { magicStroke } from '../../../static_site/js/filters/magic-stroke.js';
import { growMatte } from '../../../static_site/js/filters/morphology.js';
import { disc, drawMatte, drawPicture, meanDifference, mix, noise } from './drawn.js';

/** @import { Picture } from '../../../static_site/js/document/picture.js' */

const [WIDTH, HEIGHT] = [240, 200];
const WHOLE = { x: 0, y: 0, width: WIDTH, height: HEIGHT };
const TRUTH = drawMatte(WIDTH, HEIGHT, disc(120, 100, 55));
const random = noise(5);
const PHOTO = drawPicture(WIDTH, HEIGHT, (x, y) => {
  const level = TRUTH.alpha[Math.floor(y) * WIDTH + Math.floor(x)];
  return mix([190, 120, 90], [60, 130, 160], level).map((value) => value + random() * 30 - 15);
});

/** A ring around the disc's edge: what a stroke covers whose middle has a radius. @param {number} radius */
const ring = (radius) =>
  drawMatte(WIDTH, HEIGHT, (x, y) => (18 - Math.abs(Math.hypot(x - 120, y - 100) - radius) + 0.5) * 255).alpha;

/**
 * @param {Uint8Array} alpha
 * @param {Uint8Array} coverage
 * @param {'erase' | 'restore'} mode
 * @param {Picture} original
 */
const stroke = (alpha, coverage, mode, original = PHOTO) =>
  magicStroke({ original, alpha, coverage, rect: WHOLE, mode });

test('erasing along the outline takes the background that is left and leaves the subject', () => {
  const before = growMatte(TRUTH, 12).alpha;
  const after = stroke(before, ring(66), 'erase');
  assert.ok(meanDifference(after, TRUTH.alpha) < meanDifference(before, TRUTH.alpha) / 15);
});

test('restoring along the outline brings back the subject and not the background', () => {
  const before = growMatte(TRUTH, -12).alpha;
  const after = stroke(before, ring(44), 'restore');
  assert.ok(meanDifference(after, TRUTH.alpha) < meanDifference(before, TRUTH.alpha) / 15);
});

test('nothing is changed beyond the stroke’s own coverage, nor by more than it', () => {
  const before = growMatte(TRUTH, 12).alpha;
  const coverage = ring(66).map((level) => level >> 1);
  const after = stroke(before, coverage, 'erase');
  after.forEach((level, at) => {
    assert.ok(level <= before[at]);
    assert.ok(before[at] - level <= (before[at] * coverage[at]) / 255 + 1);
  });
});

test('where colours can’t be told apart it is a plain stroke', () => {
  const grey = drawPicture(WIDTH, HEIGHT, () => [128, 128, 128]);
  const before = growMatte(TRUTH, 12).alpha;
  const coverage = ring(66);
  const plain = before.map((level, at) => Math.round(level - (level * coverage[at]) / 255));
  assert.deepEqual(stroke(before, coverage, 'erase', grey), plain);
});

test('a stroke over everything, to the photo’s borders, is a plain stroke', () => {
  const all = new Uint8Array(WIDTH * HEIGHT).fill(255);
  assert.ok(stroke(TRUTH.alpha, all, 'erase').every((level) => level === 0));
  assert.ok(stroke(TRUTH.alpha, all, 'restore').every((level) => level === 255));
});

test('a rectangle within the photo reads its own part of it', () => {
  const rect = { x: 40, y: 20, width: 160, height: 150 };
  const crop = (/** @type {Uint8Array} */ plane) =>
    Uint8Array.from({ length: rect.width * rect.height }, (_, at) => {
      return plane[(rect.y + Math.floor(at / rect.width)) * WIDTH + rect.x + (at % rect.width)];
    });
  const before = crop(growMatte(TRUTH, 12).alpha);
  const after = magicStroke({ original: PHOTO, alpha: before, coverage: crop(ring(66)), rect, mode: 'erase' });
  assert.ok(meanDifference(after, crop(TRUTH.alpha)) < meanDifference(before, crop(TRUTH.alpha)) / 10);
});
