import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initialScene } from '../../../static_site/js/document/scene.js';
import { createCamera } from '../../../static_site/js/view/camera.js';
import { FIT_MARGIN_PX } from '../../../static_site/js/view/viewport.js';

const original = { width: 400, height: 200 };
const scene = initialScene(original);
const margin = 2 * FIT_MARGIN_PX;

const setUp = () => {
  const room = { width: 200 + margin, height: 200 + margin };
  /** @type {number[]} */
  const scales = [];
  const camera = createCamera(
    () => room,
    ({ scale }) => scales.push(scale),
  );
  camera.lookAt(original, scene);
  return { camera, room, scales };
};

test('a new photo is seen whole, and all of it is in sight', () => {
  const { camera, scales } = setUp();
  assert.equal(scales.at(-1), 0.5);
  assert.deepEqual(camera.sight(), { x: 0, y: 0, ...original });
});

test('the whole stays whole when the room changes, until one has looked closer', () => {
  const { camera, room } = setUp();
  room.width = 100 + margin;
  camera.layOut();
  assert.equal(camera.read().scale, 0.25);
  camera.zoom(8);
  room.width = 200 + margin;
  camera.layOut();
  assert.equal(camera.read().scale, 2);
  camera.fit();
  assert.equal(camera.read().scale, 0.5);
});

test('before there is any room, nothing is laid out', () => {
  const { camera, room, scales } = setUp();
  const before = scales.length;
  room.width = 0;
  camera.layOut();
  assert.equal(scales.length, before);
});

test('what is in sight, closer, is the part around the point that was zoomed at', () => {
  const { camera } = setUp();
  const at = camera.toPhoto({ x: 150, y: 120 });
  camera.zoom(4, { x: 150, y: 120 });
  const sight = camera.sight();
  assert.ok(sight && sight.width < 150 && sight.height < 150);
  assert.ok(at.x > sight.x && at.x < sight.x + sight.width && at.y > sight.y && at.y < sight.y + sight.height);
  camera.pan(-20, 10);
  const moved = camera.sight();
  assert.ok(moved && moved.x > sight.x && moved.y < sight.y);
});

test('points on the screen are told in photo and in artboard pixels, also when the photo is placed elsewhere', () => {
  const { camera } = setUp();
  const placed = { ...scene, placement: { ...scene.placement, x: 300, scale: 0.5 } };
  camera.follow(placed);
  assert.equal(camera.photoScale(), 0.25);
  const centre = { x: FIT_MARGIN_PX + 150, y: camera.read().y + 50 };
  assert.deepEqual(camera.toArtboard(centre), { x: 300, y: 100 });
  assert.deepEqual(camera.toPhoto(centre), { x: 200, y: 100 });
});

test('another artboard is laid out anew', () => {
  const { camera } = setUp();
  camera.follow({ ...scene, artboard: { width: 100, height: 100 } });
  assert.equal(camera.read().scale, 2);
  assert.deepEqual(camera.artboard(), { width: 100, height: 100 });
});

test('where the photo lies beside all that is in sight, there is nothing to see of it', () => {
  const { camera } = setUp();
  camera.follow({ ...scene, placement: { ...scene.placement, x: 9000 } });
  assert.equal(camera.sight(), null);
});
