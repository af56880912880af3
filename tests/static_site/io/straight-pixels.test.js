import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSamePicture } from '../../../static_site/js/io/straight-pixels.js';

/** What a canvas gives back: colour times alpha in 255 levels, and divided again. @param {number[]} straight */
function throughCanvas(straight) {
  const drawn = Uint8ClampedArray.from(straight);
  for (let at = 0; at < drawn.length; at += 4) {
    const alpha = drawn[at + 3];
    for (let channel = at; channel < at + 3; channel++) {
      drawn[channel] = alpha && Math.round((Math.round((drawn[channel] * alpha) / 255) * 255) / alpha);
    }
  }
  return drawn;
}

test('a decoder’s exact colours are accepted for what the canvas shows, at every alpha', () => {
  const pixels = Array.from({ length: 256 }, (_, alpha) => [(alpha * 7) % 256, 255 - alpha, 13, alpha]).flat();
  assert.ok(isSamePicture(Uint8ClampedArray.from(pixels), throughCanvas(pixels)));
});

test('a mirrored, recoloured or differently sized picture is refused', () => {
  const left = [200, 10, 10, 255];
  const right = [10, 10, 200, 128];
  const drawn = throughCanvas([...left, ...right]);
  assert.ok(!isSamePicture(Uint8ClampedArray.from([...right, ...left]), drawn));
  assert.ok(!isSamePicture(Uint8ClampedArray.from([190, 10, 10, 255, ...right]), drawn));
  assert.ok(!isSamePicture(Uint8ClampedArray.from(left), drawn));
});
