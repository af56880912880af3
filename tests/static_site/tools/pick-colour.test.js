import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pickColour } from '../../../static_site/js/tools/pick-colour.js';

const width = 9;
const rgba = new Uint8ClampedArray(width * width * 4).fill(255);
for (let at = 0; at < rgba.length; at += 4) rgba.set([16, 32, (at / 4) % 2 ? 60 : 68], at);
const original = { width, height: width, rgba };

test('a colour is the mean around the point, as #rrggbb', () => {
  assert.equal(pickColour(original, { x: 4.5, y: 4.5 }), '#102040');
  assert.match(pickColour(original, { x: 0, y: 8.9 }) ?? '', /^#1020(3f|40)$/);
});

test('beside the photo there is no colour', () => {
  for (const point of [
    { x: -0.1, y: 3 },
    { x: 3, y: -1 },
    { x: 9, y: 3 },
    { x: 3, y: 9 },
  ]) {
    assert.equal(pickColour(original, point), null);
  }
});
