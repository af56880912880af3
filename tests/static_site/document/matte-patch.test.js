import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cropAlpha, diffMattes, pasteAlpha } from '../../../static_site/js/document/matte-patch.js';

const before = Uint8Array.from({ length: 20 }, (_, index) => index);

test('the patch is the smallest rectangle that holds every change, and leads there and back', () => {
  const after = before.slice();
  after[6] = 200;
  after[13] = 201;
  const patch = diffMattes(before, after, 5);
  assert.deepEqual(patch?.rect, { x: 1, y: 1, width: 3, height: 2 });
  const matte = { width: 5, height: 4, alpha: before.slice() };
  pasteAlpha(matte, patch.rect, patch.after);
  assert.deepEqual(matte.alpha, after);
  pasteAlpha(matte, patch.rect, patch.before);
  assert.deepEqual(matte.alpha, before);
});

test('equal mattes have no patch', () => {
  assert.equal(diffMattes(before, before.slice(), 5), null);
});

test('where only a part is looked at, changes elsewhere are not seen', () => {
  const after = before.slice();
  after[0] = 99;
  after[19] = 99;
  assert.deepEqual(diffMattes(before, after, 5, { x: 2, y: 2, width: 3, height: 2 })?.rect, {
    x: 4,
    y: 3,
    width: 1,
    height: 1,
  });
});

test('a crop is row by row', () => {
  assert.deepEqual([...cropAlpha(before, 5, { x: 1, y: 2, width: 2, height: 2 })], [11, 12, 16, 17]);
});
