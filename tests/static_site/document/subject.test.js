import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apply } from '../../../static_site/js/document/matrix.js';
import { moveSubject, placementMatrix, subjectCentre } from '../../../static_site/js/document/placement.js';
import { initialScene } from '../../../static_site/js/document/scene.js';
import {
  changeSubject,
  flipSubject,
  MAX_SCALE,
  MIN_SCALE,
  rotateSubject,
  scaleSubject,
} from '../../../static_site/js/document/subject.js';

/** @import { Scene } from '../../../static_site/js/document/scene.js' */

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

const CHANGES = /** @type {[string, (scene: Scene, bounds: typeof BOUNDS | null) => Scene][]} */ ([
  ['scaling', (scene, bounds) => scaleSubject(scene, 1.5, bounds, ORIGINAL)],
  ['turning', (scene, bounds) => rotateSubject(scene, 37, bounds, ORIGINAL)],
  ['mirroring', (scene, bounds) => flipSubject(scene, bounds, ORIGINAL)],
  [
    'all of them',
    (scene, bounds) => changeSubject(scene, { scale: 2, rotationDeg: 5, flipped: true }, bounds, ORIGINAL),
  ],
]);

for (const [name, change] of CHANGES) {
  test(`${name} keeps the middle of the subject where it is`, () => {
    const before = rotateSubject(moveSubject(SCENE, 11, 3), 20, BOUNDS, ORIGINAL);
    assertNear(
      subjectCentre(change(before, BOUNDS).placement, BOUNDS, ORIGINAL),
      subjectCentre(before.placement, BOUNDS, ORIGINAL),
    );
  });

  test(`${name} is about the photo’s middle where no subject is known`, () => {
    const { x, y } = change(SCENE, null).placement;
    assertNear({ x, y }, { x: 200, y: 150 });
  });
}

test('the scale stays within its bounds', () => {
  assert.equal(scaleSubject(SCENE, 1e9, BOUNDS, ORIGINAL).placement.scale, MAX_SCALE);
  assert.equal(scaleSubject(SCENE, 1e-9, BOUNDS, ORIGINAL).placement.scale, MIN_SCALE);
});

test('a rotation is given as a person would say it', () => {
  const turned = (/** @type {number[]} */ ...steps) =>
    steps.reduce((scene, step) => rotateSubject(scene, step, null, ORIGINAL), SCENE).placement.rotationDeg;
  assert.equal(turned(90, 90), 180);
  assert.equal(turned(90, 90, 90), -90);
  assert.equal(turned(-10), -10);
  assert.equal(turned(360), 0);
  assert.equal(turned(-180), 180);
});

test('mirroring is left to right as it is seen, whatever the rotation, and undone by itself', () => {
  const turned = rotateSubject(SCENE, 30, null, ORIGINAL);
  const mirrored = flipSubject(turned, null, ORIGINAL);
  const point = { x: 20, y: 250 };
  const before = apply(placementMatrix(turned.placement, ORIGINAL), point);
  const after = apply(placementMatrix(mirrored.placement, ORIGINAL), point);
  assertNear(after, { x: 400 - before.x, y: before.y });
  assert.deepEqual(flipSubject(mirrored, null, ORIGINAL), turned);
});
