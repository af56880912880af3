import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initialScene } from '../../../static_site/js/document/scene.js';
import { writeCutoutRow } from '../../../static_site/js/render/cutout-rows.js';
import { createSceneRenderer } from '../../../static_site/js/render/scene-renderer.js';
import { plainCutout, readRows, sampleCutout } from './sample-cutout.js';

/** @import { Picture } from '../../../static_site/js/document/picture.js' */
/** @import { Background, Scene } from '../../../static_site/js/document/scene.js' */

const CUTOUT = sampleCutout(60, 44);
const { width, height } = CUTOUT.original;
const SCENE = initialScene(CUTOUT.original);
const WHOLE = readRows({ width, height, writeRow: (y, row) => writeCutoutRow(CUTOUT, y, row) });
const SHADOW = { angleDeg: 45, distancePx: 6, blurPx: 3, opacity: 0.6, colour: '#203040' };

/** @param {Partial<Scene>} change */
const draw = (change, cutout = CUTOUT) => {
  const renderer = createSceneRenderer(cutout, { ...initialScene(cutout.original), ...change });
  return { ...renderer, pixels: readRows(renderer) };
};

/** @param {number} w @param {number} h @param {number[]} pixel @returns {Picture} */
const pictureOf = (w, h, pixel) => ({
  width: w,
  height: h,
  rgba: Uint8ClampedArray.from({ length: w * h * 4 }, (_, at) => pixel[at % 4]),
});

/** @type {[string, Background][]} */
const OPAQUE = [
  ['a colour', { kind: 'colour', colour: '#ffffff' }],
  ['a gradient', { kind: 'gradient', from: '#ff0000', to: '#0000ff', angleDeg: 30 }],
  ['a picture', { kind: 'picture', picture: pictureOf(7, 5, [9, 99, 199, 255]) }],
  ['the blurred own background', { kind: 'blur', blurFraction: 0.02 }],
];

test('a plain scene is the cutout, byte by byte', () => {
  const { pixels, opaque } = draw({});
  assert.deepEqual(pixels, WHOLE);
  assert.equal(opaque, false);
});

for (const [name, background] of OPAQUE) {
  test(`${name} is opaque everywhere, under soft edges too`, () => {
    for (const shadow of [null, SHADOW]) {
      const { pixels, opaque } = draw({
        background,
        shadow,
        placement: { ...SCENE.placement, scale: 1.2, rotationDeg: 9 },
      });
      assert.equal(opaque, true);
      for (let at = 3; at < pixels.length; at += 4) assert.equal(pixels[at], 255);
    }
  });
}

for (const [name, background] of OPAQUE.slice(0, 3)) {
  test(`${name} is exact where the subject is absent, and gone where it is opaque`, () => {
    const { pixels } = draw({ background });
    const { pixels: behind } = draw({ background }, plainCutout(width, height, [0, 0, 0], 0));
    for (let at = 0; at < pixels.length; at += 4) {
      const alpha = WHOLE[at + 3];
      const expected = alpha === 0 ? behind : alpha === 255 ? WHOLE : null;
      if (expected) assert.deepEqual(pixels.subarray(at, at + 3), expected.subarray(at, at + 3));
    }
  });
}

test('soft edges are mixed exactly, to the rounding of one byte', () => {
  const { pixels } = draw({ background: { kind: 'colour', colour: '#ffffff' } });
  let soft = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    const share = WHOLE[at + 3] / 255;
    if (share > 0 && share < 1) soft++;
    for (let channel = at; channel < at + 3; channel++) {
      assert.ok(Math.abs(pixels[channel] - (WHOLE[channel] * share + 255 * (1 - share))) <= 0.5 + 1e-9);
    }
  }
  assert.ok(soft > 20);
});

test('white stays exactly white where there is no subject: what shops check', () => {
  const { pixels } = draw({ background: { kind: 'colour', colour: '#ffffff' } });
  let white = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    if (WHOLE[at + 3] > 0) continue;
    white++;
    assert.deepEqual([...pixels.subarray(at, at + 4)], [255, 255, 255, 255]);
  }
  assert.ok(white > 1000);
});

test('a gradient runs as in CSS: 0 degrees is upwards, 90 to the right', () => {
  const empty = plainCutout(40, 20, [0, 0, 0], 0);
  const at = (/** @type {number} */ angleDeg) => {
    const { pixels } = draw({ background: { kind: 'gradient', from: '#000000', to: '#ffffff', angleDeg } }, empty);
    return (/** @type {number} */ x, /** @type {number} */ y) => pixels[(y * 40 + x) * 4];
  };
  const up = at(0);
  assert.ok(up(20, 0) > 245 && up(20, 19) < 10 && up(0, 10) === up(39, 10));
  const right = at(90);
  assert.ok(right(39, 0) > 245 && right(0, 19) < 10 && Math.abs(right(19, 3) - 127) < 5);
  const diagonal = at(135);
  assert.ok(diagonal(0, 0) < 8 && diagonal(39, 19) > 247);
});

test('a picture covers the artboard, centred, in its own proportions', () => {
  // Left half red, right half blue; on a tall artboard the border between them stays in the middle.
  const rgba = Uint8ClampedArray.from({ length: 20 * 10 * 4 }, (_, at) =>
    at % 80 < 40 ? [255, 0, 0, 255][at % 4] : [0, 0, 255, 255][at % 4],
  );
  const { pixels } = draw(
    { background: { kind: 'picture', picture: { width: 20, height: 10, rgba } } },
    plainCutout(30, 60, [0, 0, 0], 0),
  );
  const pixel = (/** @type {number} */ x, /** @type {number} */ y) => [
    ...pixels.subarray((y * 30 + x) * 4, (y * 30 + x) * 4 + 4),
  ];
  assert.deepEqual(pixel(0, 0), [255, 0, 0, 255]);
  assert.deepEqual(pixel(29, 59), [0, 0, 255, 255]);
  assert.deepEqual(pixel(10, 30), [255, 0, 0, 255]);
  assert.deepEqual(pixel(19, 30), [0, 0, 255, 255]);
});

test('a picture that is transparent itself leaves the scene so', () => {
  const { pixels, opaque } = draw({ background: { kind: 'picture', picture: pictureOf(60, 44, [10, 20, 30, 0]) } });
  assert.equal(opaque, false);
  assert.deepEqual(pixels, WHOLE);
});

test('the photo’s own background, blurred, is behind the subject, and nothing of the subject is in it', () => {
  const [width, height] = [40, 30];
  const cutout = plainCutout(width, height, [10, 200, 30]);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width / 2; x++) {
      cutout.matte.alpha[y * width + x] = 0;
      cutout.original.rgba.set([200, 20, 90], (y * width + x) * 4);
    }
  }
  const { pixels, opaque } = draw({ background: { kind: 'blur', blurFraction: 0.1 } }, cutout);
  assert.equal(opaque, true);
  for (const x of [0, 10, 19]) {
    const [red, green, blue, alpha] = pixels.subarray((15 * width + x) * 4);
    assert.ok(
      Math.abs(red - 200) < 6 && Math.abs(green - 20) < 6 && Math.abs(blue - 90) < 6,
      `${red} ${green} ${blue}`,
    );
    assert.equal(alpha, 255);
  }
});

test('nothing of a hidden colour is left: zero wherever alpha is zero', () => {
  for (const shadow of [null, SHADOW]) {
    const { pixels } = draw({ shadow, placement: { ...SCENE.placement, scale: 0.7, rotationDeg: 31 } });
    let hidden = 0;
    for (let at = 0; at < pixels.length; at += 4) {
      if (pixels[at + 3] > 0) continue;
      hidden++;
      assert.deepEqual([...pixels.subarray(at, at + 3)], [0, 0, 0]);
    }
    assert.ok(hidden > 100);
  }
});

test('a shadow falls where its angle says, as far as it says, and behind the subject', () => {
  const [w, h] = [120, 120];
  const cutout = plainCutout(20, 20, [250, 250, 250]);
  const scene = {
    artboard: { width: w, height: h },
    placement: { x: 60, y: 60, scale: 1, rotationDeg: 0, flipped: false },
  };
  for (const blurPx of [0, 2, 5, 9]) {
    const shadow = { ...SHADOW, angleDeg: 90, distancePx: 12, blurPx, opacity: 0.5 };
    const { pixels } = draw({ ...scene, shadow }, cutout);
    assert.deepEqual([...pixels.subarray((60 * w + 60) * 4, (60 * w + 60) * 4 + 4)], [250, 250, 250, 255]);
    const alone = readRows(createSceneRenderer(cutout, { ...scene, background: { kind: 'transparent' }, shadow }));
    let [sum, sumY] = [0, 0];
    for (let at = 0; at < alone.length; at += 4) {
      if (alone[at] === 250) continue;
      if (alone[at + 3] > 0) assert.deepEqual([...alone.subarray(at, at + 3)], [0x20, 0x30, 0x40]);
      sum += alone[at + 3];
      sumY += alone[at + 3] * Math.floor(at / 4 / w);
    }
    assert.ok(sumY / sum > 72, 'below the subject');
  }
});

test('a shadow has the subject’s weight, times its opacity, however wide its blur', () => {
  const cutout = plainCutout(40, 40, [0, 0, 0]);
  const placement = { x: 100, y: 100, scale: 1, rotationDeg: 0, flipped: false };
  for (const blurPx of [0, 1, 3, 6, 12, 20]) {
    // Far enough to the right that the subject itself is off the artboard.
    const shadow = { angleDeg: 0, distancePx: 1000, blurPx, opacity: 0.8, colour: '#ffffff' };
    const scene = { artboard: { width: 200, height: 200 }, placement: { ...placement, x: -900 }, shadow };
    const { pixels } = draw(scene, cutout);
    let [sum, sumX, sumXX] = [0, 0, 0];
    for (let at = 3, index = 0; at < pixels.length; at += 4, index++) {
      const x = (index % 200) + 0.5 - 100;
      sum += pixels[at];
      sumX += pixels[at] * x;
      sumXX += pixels[at] * x * x;
    }
    assert.ok(Math.abs(sum / (255 * 0.8 * 1600) - 1) < 0.05, `weight at ${blurPx}: ${sum / (255 * 0.8 * 1600)}`);
    assert.ok(Math.abs(sumX / sum) < 0.3, `place at ${blurPx}`);
    const deviation = Math.sqrt(Math.max(sumXX / sum - 1600 / 12, 0));
    assert.ok(Math.abs(deviation - blurPx) < 0.1 * blurPx + 0.6, `deviation at ${blurPx}: ${deviation}`);
  }
});

test('a shadow without opacity is none', () => {
  assert.deepEqual(draw({ shadow: { ...SHADOW, opacity: 0 } }).pixels, WHOLE);
});
