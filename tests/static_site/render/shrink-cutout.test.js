import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeCutoutRow } from '../../../static_site/js/render/cutout-rows.js';
import { shrinkCutout } from '../../../static_site/js/render/shrink-cutout.js';
import { cutoutOf, plainCutout, sampleCutout } from './sample-cutout.js';

/** @import { Picture } from '../../../static_site/js/document/picture.js' */

/** @param {Picture} picture @param {import('../../../static_site/js/document/picture.js').Rect} rect */
function crop({ width, rgba }, rect) {
  const rows = Array.from({ length: rect.height }, (_, y) => {
    const start = ((rect.y + y) * width + rect.x) * 4;
    return [...rgba.subarray(start, start + rect.width * 4)];
  });
  return rows.flat();
}

/** @param {number} width @param {number} height @param {number[][]} pixels  RGB @param {number[]} alpha */
const cutoutFrom = (width, height, pixels, alpha) => {
  const rgba = Uint8ClampedArray.from(pixels.flatMap((pixel) => [...pixel, 255]));
  return cutoutOf({ width, height, rgba }, Uint8Array.from(alpha));
};

test('colour is weighted by alpha, so the removed background does not bleed back', () => {
  const [red, green] = [
    [200, 0, 0],
    [0, 255, 0],
  ];
  const cutout = cutoutFrom(2, 2, [red, green, red, green], [255, 0, 255, 0]);
  assert.deepEqual([...shrinkCutout(cutout, { width: 1, height: 1 }).rgba], [200, 0, 0, 128]);
});

test('a pixel across a border counts on both sides, by the part of it that lies there', () => {
  const cutout = cutoutFrom(
    3,
    1,
    [
      [30, 0, 0],
      [90, 0, 0],
      [210, 0, 0],
    ],
    [255, 255, 255],
  );
  const { rgba } = shrinkCutout(cutout, { width: 2, height: 1 });
  assert.deepEqual([...rgba], [50, 0, 0, 255, 170, 0, 0, 255]);
  const tall = cutoutFrom(
    1,
    3,
    [
      [30, 0, 0],
      [90, 0, 0],
      [210, 0, 0],
    ],
    [255, 255, 255],
  );
  assert.deepEqual([...shrinkCutout(tall, { width: 1, height: 2 }).rgba], [50, 0, 0, 255, 170, 0, 0, 255]);
});

test('one colour stays that colour, whatever the ratio', () => {
  for (const size of [
    { width: 3, height: 2 },
    { width: 6, height: 4 },
    { width: 1, height: 1 },
  ]) {
    for (const level of [255, 140, 1]) {
      const { rgba } = shrinkCutout(plainCutout(7, 5, [40, 50, 60], level), size);
      assert.equal(rgba.length, size.width * size.height * 4);
      for (let at = 0; at < rgba.length; at += 4) assert.deepEqual([...rgba.subarray(at, at + 4)], [40, 50, 60, level]);
    }
  }
});

test('at its own size it is the cutout, byte by byte', () => {
  const cutout = sampleCutout(37, 29);
  const { rgba } = shrinkCutout(cutout, { width: 37, height: 29 });
  const row = new Uint8Array(37 * 4);
  for (let y = 0; y < 29; y++) {
    writeCutoutRow(cutout, y, row);
    assert.deepEqual([...rgba.subarray(y * 148, y * 148 + 148)], [...row]);
  }
});

for (const size of [
  { width: 37, height: 29 },
  { width: 23, height: 17 },
  { width: 9, height: 7 },
]) {
  test(`at ${size.width} x ${size.height} a part is that part of the whole`, () => {
    const cutout = sampleCutout(37, 29);
    const whole = shrinkCutout(cutout, size);
    for (const rect of [
      { x: 0, y: 0, ...size },
      { x: 3, y: 2, width: 5, height: 4 },
      { x: size.width - 1, y: size.height - 1, width: 1, height: 1 },
    ]) {
      const part = shrinkCutout(cutout, size, rect);
      assert.deepEqual([part.width, part.height], [rect.width, rect.height]);
      assert.deepEqual([...part.rgba], crop(whole, rect));
    }
  });
}

test('nothing is seen where nothing is', () => {
  const { rgba } = shrinkCutout(plainCutout(8, 8, [9, 9, 9], 0), { width: 3, height: 3 });
  assert.ok(rgba.every((level) => level === 0));
});
