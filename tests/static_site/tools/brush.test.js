import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pasteAlpha } from '../../../static_site/js/document/matte-patch.js';
import { beginBrush } from '../../../static_site/js/tools/brush.js';
import { makeDocument } from '../document/example.js';

/** @import { Brush } from '../../../static_site/js/tools/stroke.js' */

/** @type {Brush} */
const erase = { mode: 'erase', radiusPx: 6, hardness: 1, opacity: 1 };
/** @param {Partial<Brush>} [change] */
const setUp = (change, magic = false) => {
  const { cutout } = makeDocument(40, 30);
  const brush = { ...erase, ...change };
  /** @type {import('../../../static_site/js/document/picture.js').Rect[]} */
  const changed = [];
  const begin = () => beginBrush({ x: 10, y: 10 }, { cutout, brush, magic, onChange: (rect) => changed.push(rect) });
  return { cutout, brush, changed, begin };
};

test('one gesture is one patch, which leads back to the very bytes', () => {
  const { cutout, begin, changed } = setUp();
  const before = cutout.matte.alpha.slice();
  const gesture = begin();
  gesture.move({ x: 20, y: 12 });
  gesture.move({ x: 30, y: 20 });
  const patch = gesture.commit();
  assert.ok(patch && changed.length >= 3);
  assert.notDeepEqual(cutout.matte.alpha, before);
  pasteAlpha(cutout.matte, patch.rect, patch.before);
  assert.deepEqual(cutout.matte.alpha, before);
});

test('erase, then restore over it, gives back every byte', () => {
  const { cutout, begin, brush } = setUp();
  const before = cutout.matte.alpha.slice();
  begin().commit();
  brush.mode = 'restore';
  brush.radiusPx = 9;
  begin().commit();
  assert.deepEqual(cutout.matte.alpha, before);
});

test('a cancelled gesture leaves no trace', () => {
  const { cutout, begin } = setUp();
  const before = cutout.matte.alpha.slice();
  const gesture = begin();
  gesture.move({ x: 25, y: 20 });
  gesture.cancel();
  assert.deepEqual(cutout.matte.alpha, before);
});

test('a gesture that changes nothing is no edit', () => {
  const { begin } = setUp({ mode: 'restore' });
  assert.equal(begin().commit(), null);
  const { cutout, changed } = setUp();
  const beside = {
    cutout,
    brush: erase,
    magic: false,
    onChange: () => changed.push({ x: 0, y: 0, width: 1, height: 1 }),
  };
  const gesture = beginBrush({ x: -90, y: -90 }, beside);
  assert.equal(gesture.commit(), null);
  gesture.cancel();
  assert.equal(changed.length, 0);
});

test('a magic stroke stops at the edge of the photo that it crosses, and at its opacity', () => {
  const { cutout, begin } = setUp({ radiusPx: 9, opacity: 0.5 }, true);
  const { rgba } = cutout.original;
  // Left of column 14 the photo is dark, right of it light; the stroke's middle is in the dark.
  for (let at = 0; at < rgba.length; at++) if (at % 4 < 3) rgba[at] = (at >> 2) % 40 < 14 ? 20 : 230;
  begin().commit();
  const row = cutout.matte.alpha.subarray(10 * 40, 11 * 40);
  assert.ok(row[9] < 140 && row[9] > 120, `${row[9]} in the dark`);
  assert.ok(row[17] > 240, `${row[17]} in the light`);
});
