import assert from 'node:assert/strict';
import { test } from 'node:test';
import { estimateEdgeColours } from '../../../static_site/js/filters/edge-colours.js';
import { blurBackground, continueBackground } from '../../../static_site/js/filters/own-background.js';
import { disc, drawMatte, drawPicture, mix } from './drawn.js';

/** @import { Cutout } from '../../../static_site/js/document/picture.js' */

/** @param {Cutout} cutout @param {number} blurFraction @param {number} side */
const blurOwnBackground = (cutout, blurFraction, side) =>
  blurBackground(continueBackground(cutout, side), blurFraction);

/** @param {(x: number, y: number) => number[]} background */
function cutoutOn(background) {
  const matte = drawMatte(300, 200, disc(150, 100, 60, 8));
  const original = drawPicture(300, 200, (x, y) => {
    return mix([255, 0, 0], background(x, y), matte.alpha[Math.floor(y) * 300 + Math.floor(x)]);
  });
  return { original, matte, edgeColours: estimateEdgeColours(original, matte) };
}

for (const blur of [0, 0.01, 0.05, 0.3]) {
  test(`with a blur of ${blur} there is no trace of the subject, and no hole`, () => {
    const { width, height, rgba } = blurOwnBackground(
      cutoutOn(() => [0, 0, 200]),
      blur,
      150,
    );
    assert.deepEqual([width, height], [150, 100]);
    for (let at = 0; at < rgba.length; at += 4) {
      assert.ok(rgba[at] < 24, `red ${rgba[at]} at ${(at / 4) % 150}, ${Math.floor(at / 600)}`);
      assert.ok(rgba[at + 2] > 175);
      assert.equal(rgba[at + 3], 255);
    }
  });
}

test('a matte that misses the subject’s rim by a pixel does not let it in', () => {
  const { original, edgeColours } = cutoutOn(() => [0, 0, 200]);
  const matte = drawMatte(300, 200, disc(150, 100, 62));
  const { rgba } = blurOwnBackground({ original, matte, edgeColours }, 0, 150);
  assert.ok(rgba.every((level, at) => at % 4 !== 0 || level < 10));
});

test('the hole continues what is around it', () => {
  const { rgba } = blurOwnBackground(
    cutoutOn((x) => [0, x < 150 ? 40 : 200, 0]),
    0.02,
    150,
  );
  const green = (/** @type {number} */ x) => rgba[(50 * 150 + x) * 4 + 1];
  assert.ok(green(50) < green(75) && green(75) < green(100));
  assert.ok(Math.abs(green(5) - 40) <= 1 && Math.abs(green(145) - 200) <= 1);
});

test('a larger blur is smoother', () => {
  const stripes = cutoutOn((x) => (x % 20 < 10 ? [0, 255, 0] : [0, 0, 0]));
  const contrast = [0.005, 0.02, 0.1].map((blur) => {
    const { rgba } = blurOwnBackground(stripes, blur, 150);
    const row = rgba.filter((_, at) => at % 4 === 1).subarray(0, 150);
    return Math.max(...row) - Math.min(...row);
  });
  assert.ok(contrast[0] > contrast[1] && contrast[1] > contrast[2], `${contrast}`);
});

test('a large photo is sampled, a small one not enlarged', () => {
  const matte = drawMatte(900, 600, () => 0);
  const original = drawPicture(900, 600, () => [1, 2, 3]);
  const edgeColours = estimateEdgeColours(original, matte);
  const blurred = blurOwnBackground({ original, matte, edgeColours }, 0.1, 90);
  assert.deepEqual([blurred.width, blurred.height, ...blurred.rgba.subarray(0, 4)], [90, 60, 1, 2, 3, 255]);
  assert.equal(blurOwnBackground({ original, matte, edgeColours }, 0.1, 5000).width, 900);
});
