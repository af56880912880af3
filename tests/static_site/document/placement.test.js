import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apply } from '../../../static_site/js/document/matrix.js';
import { moveSubject, placedBox, placementMatrix } from '../../../static_site/js/document/placement.js';
import { initialScene } from '../../../static_site/js/document/scene.js';

const ORIGINAL = { width: 400, height: 300 };
const BOUNDS = { x: 40, y: 60, width: 100, height: 200 };
const SCENE = initialScene(ORIGINAL);

/** @param {{x: number, y: number}} one @param {{x: number, y: number}} other */
function assertNear(one, other) {
  assert.ok(
    Math.hypot(one.x - other.x, one.y - other.y) < 1e-9,
    `${JSON.stringify(one)} is not ${JSON.stringify(other)}`,
  );
}

test('the photo as it was taken lies pixel on pixel', () => {
  assert.deepEqual(placementMatrix(SCENE.placement, ORIGINAL), [1, 0, 0, 1, 0, 0]);
});

test('the photo’s centre lies where the placement says, however it is turned', () => {
  const placement = { x: 70, y: -20, scale: 1.7, rotationDeg: 33, flipped: true };
  assertNear(apply(placementMatrix(placement, ORIGINAL), { x: 200, y: 150 }), { x: 70, y: -20 });
});

test('a positive rotation is clockwise, and follows the mirroring', () => {
  const placement = { ...SCENE.placement, rotationDeg: 90 };
  assertNear(apply(placementMatrix(placement, ORIGINAL), { x: 400, y: 150 }), { x: 200, y: 350 });
  const mirrored = { ...placement, flipped: true };
  assertNear(apply(placementMatrix(mirrored, ORIGINAL), { x: 400, y: 150 }), { x: 200, y: -50 });
});

test('quarter turns are exact, backwards too', () => {
  for (const [rotationDeg, expected] of /** @type {[number, number[]][]} */ ([
    [90, [0, 1, -1, 0, 350, -50]],
    [180, [-1, 0, 0, -1, 400, 300]],
    [-90, [0, -1, 1, 0, 50, 350]],
    [450, [0, 1, -1, 0, 350, -50]],
  ])) {
    const matrix = placementMatrix({ ...SCENE.placement, rotationDeg }, ORIGINAL);
    assert.deepEqual(
      matrix.map((value) => value + 0),
      expected,
    );
  }
});

test('the box on the artboard holds the turned rectangle', () => {
  assert.deepEqual(placedBox(SCENE.placement, BOUNDS, ORIGINAL), BOUNDS);
  const turned = placedBox({ ...SCENE.placement, rotationDeg: 90 }, BOUNDS, ORIGINAL);
  assert.deepEqual([turned.width, turned.height], [200, 100]);
});

test('moving changes nothing but the place, and leaves the scene before it alone', () => {
  const moved = moveSubject(SCENE, 5, -7);
  assert.deepEqual(moved, { ...SCENE, placement: { ...SCENE.placement, x: 205, y: 143 } });
  assert.deepEqual(SCENE, initialScene(ORIGINAL));
});
