import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initialScene, isPlain, scaleScene, sizeScene } from '../../../static_site/js/document/scene.js';

/** @import { Scene } from '../../../static_site/js/document/scene.js' */

const ORIGINAL = { width: 400, height: 300 };
const SCENE = initialScene(ORIGINAL);
const SHADOW = { angleDeg: 90, distancePx: 10, blurPx: 4, opacity: 0.5, colour: '#000000' };

test('the scene begins as the photo was taken', () => {
  assert.ok(isPlain(SCENE, ORIGINAL));
  assert.deepEqual(SCENE.placement, { x: 200, y: 150, scale: 1, rotationDeg: 0, flipped: false });
});

for (const [name, change] of /** @type {[string, Partial<Scene>][]} */ ([
  ['a background', { background: { kind: 'colour', colour: '#ffffff' } }],
  ['a shadow', { shadow: SHADOW }],
  ['another width', { artboard: { width: 401, height: 300 } }],
  ['another height', { artboard: { width: 400, height: 301 } }],
  ['a move to the right', { placement: { ...SCENE.placement, x: 201 } }],
  ['a move down', { placement: { ...SCENE.placement, y: 151 } }],
  ['a scale', { placement: { ...SCENE.placement, scale: 1.01 } }],
  ['a rotation', { placement: { ...SCENE.placement, rotationDeg: 1 } }],
  ['mirroring', { placement: { ...SCENE.placement, flipped: true } }],
])) {
  test(`${name} makes a scene more than plain`, () => assert.ok(!isPlain({ ...SCENE, ...change }, ORIGINAL)));
}

test('all lengths grow together, and the print keeps its size', () => {
  const scene = { ...SCENE, artboard: { ...SCENE.artboard, dotsPerInch: 300 }, shadow: SHADOW };
  const half = scaleScene(scene, 0.5);
  assert.deepEqual(half, {
    artboard: { width: 200, height: 150, dotsPerInch: 150 },
    placement: { x: 100, y: 75, scale: 0.5, rotationDeg: 0, flipped: false },
    background: { kind: 'transparent' },
    shadow: { ...SHADOW, distancePx: 5, blurPx: 2 },
  });
  assert.deepEqual(scaleScene(half, 2), scene);
});

test('a size is kept to the pixel, and no side is ever lost', () => {
  assert.deepEqual(sizeScene(SCENE, { width: 133, height: 100 }).artboard, { width: 133, height: 100 });
  assert.deepEqual(scaleScene(SCENE, 1e-6).artboard, { width: 1, height: 1 });
  assert.equal(scaleScene(SCENE, 2).shadow, null);
});
