import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyPreset } from '../../../static_site/js/document/apply-preset.js';
import { placedBox } from '../../../static_site/js/document/placement.js';
import { PRESETS } from '../../../static_site/js/document/presets.js';
import { initialScene } from '../../../static_site/js/document/scene.js';

const ORIGINAL = { width: 4000, height: 3000 };
const BOUNDS = { x: 1000, y: 400, width: 1200, height: 2600 };
const SHADOW = { angleDeg: 90, distancePx: 10, blurPx: 4, opacity: 0.5, colour: '#000000' };
const SCENE = { ...initialScene(ORIGINAL), shadow: SHADOW };

/** @param {string} id */
const preset = (id) => PRESETS.find((one) => one.id === id) ?? assert.fail(id);
/** @param {string} id @param {typeof BOUNDS | null} [bounds] */
const apply = (id, bounds = BOUNDS) => applyPreset(SCENE, preset(id), bounds, ORIGINAL);

for (const [id, width, height] of /** @type {[string, number, number][]} */ ([
  ['ebay', 1600, 1600],
  ['etsy', 2000, 2000],
  ['shopify', 2048, 2048],
  ['walmart', 2200, 2200],
  ['instagram-square', 1080, 1080],
  ['instagram-portrait', 1080, 1350],
  ['instagram-story', 1080, 1920],
  ['passport', 413, 531],
])) {
  test(`${id} is ${width} x ${height} pixels`, () => {
    const { artboard } = apply(id);
    assert.deepEqual([artboard.width, artboard.height], [width, height]);
  });
}

test('Amazon: exact white, no shadow, at least 85 % filled, 1600 pixels or more, JPEG', () => {
  const scene = apply('amazon-main');
  assert.deepEqual(scene.background, { kind: 'colour', colour: '#ffffff' });
  assert.equal(scene.shadow, null);
  assert.equal(preset('amazon-main').format, 'jpeg');
  assert.ok(Math.max(scene.artboard.width, scene.artboard.height) >= 1600);
  const box = placedBox(scene.placement, BOUNDS, ORIGINAL);
  assert.ok(Math.max(box.width / scene.artboard.width, box.height / scene.artboard.height) >= 0.85);
  assert.ok(box.x >= 0 && box.y >= 0 && box.y + box.height <= scene.artboard.height);
});

test('what a rule does not ask for stays as it is', () => {
  const scene = apply('shopify');
  assert.deepEqual(scene.background, { kind: 'transparent' });
  assert.equal(scene.shadow, SHADOW);
});

test('a passport picture is 35 x 45 mm at 300 dpi, and its shoulders stand on its lower edge', () => {
  const { artboard, placement } = apply('passport');
  assert.equal(artboard.dotsPerInch, 300);
  const toMillimetres = (/** @type {number} */ px) => (px / 300) * 25.4;
  assert.ok(Math.abs(toMillimetres(artboard.width) - 35) < 0.1 && Math.abs(toMillimetres(artboard.height) - 45) < 0.1);
  const box = placedBox(placement, BOUNDS, ORIGINAL);
  assert.ok(Math.abs(box.y + box.height - artboard.height) < 1e-9);
  assert.ok(Math.abs(box.x + box.width / 2 - artboard.width / 2) < 1e-9);
  assert.ok(Math.abs(box.height / artboard.height - 0.92) < 1e-9);
});

test('without a subject the whole photo is fitted', () => {
  const { placement } = apply('instagram-square', null);
  assert.ok(Math.abs(placement.scale * 4000 - 0.85 * 1080) < 1e-9);
});
