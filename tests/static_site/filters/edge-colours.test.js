import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EDGE_COLOURS_SHRINK } from '../../../static_site/js/document/picture.js';
import {
  EDGE_COLOURS_REACH_PX,
  estimateEdgeColours,
  refreshEdgeColours,
  updateEdgeColours,
} from '../../../static_site/js/filters/edge-colours.js';
import { writeCutoutRow } from '../../../static_site/js/render/cutout-rows.js';
import { disc, drawMatte, drawPicture, mix, noise } from './drawn.js';

/** @import { Matte, Picture } from '../../../static_site/js/document/picture.js' */

const [WIDTH, HEIGHT] = [322, 203];
const FRONT = [220, 60, 30];
const BACK = [20, 140, 90];
const SOFT_DISC = drawMatte(WIDTH, HEIGHT, disc(160, 100, 60, 12));

/** @param {Matte} matte @param {(x: number, y: number) => number} [opacity]  of the photo itself */
function photoOf(matte, opacity = () => 255) {
  return drawPicture(matte.width, matte.height, (x, y) => {
    const level = matte.alpha[Math.floor(y) * matte.width + Math.floor(x)];
    return [...mix(FRONT, BACK, level), opacity(x, y)];
  });
}

/** @param {Picture} original @param {Matte} matte @param {ReturnType<typeof estimateEdgeColours>} edgeColours */
function readCutout(original, matte, edgeColours) {
  const rgba = new Uint8ClampedArray(original.rgba.length);
  for (let y = 0; y < original.height; y++) {
    const row = rgba.subarray(y * original.width * 4, (y + 1) * original.width * 4);
    writeCutoutRow({ original, matte, edgeColours }, y, row);
  }
  return rgba;
}

test('soft pixels get the subject’s colour back, without the background’s share', () => {
  const photo = photoOf(SOFT_DISC);
  const cutout = readCutout(photo, SOFT_DISC, estimateEdgeColours(photo, SOFT_DISC));
  let worst = 0;
  SOFT_DISC.alpha.forEach((level, at) => {
    for (let channel = 0; channel < 3 && level > 0; channel++) {
      worst = Math.max(worst, (Math.abs(cutout[at * 4 + channel] - FRONT[channel]) * level) / 255);
    }
  });
  assert.ok(worst < 4, `${worst}`);
});

test('the estimate is a quarter of the photo’s size, rounded up', () => {
  const { width, height, foreground, background } = estimateEdgeColours(photoOf(SOFT_DISC), SOFT_DISC);
  assert.equal(EDGE_COLOURS_SHRINK, 4);
  assert.deepEqual([width, height, foreground.length, background.length], [81, 51, 81 * 51 * 3, 81 * 51 * 3]);
});

test('what the photo hides under its own transparency does not bleed into the edges', () => {
  // Left of x = 150 the photo is transparent, and somebody has left green there.
  const photo = photoOf(SOFT_DISC, (x) => (x < 150 ? 0 : 255));
  for (let at = 0; at < photo.rgba.length; at += 4) if (photo.rgba[at + 3] === 0) photo.rgba.set([0, 255, 0], at);
  const { foreground } = estimateEdgeColours(photo, SOFT_DISC);
  const middle = (10 * 81 + 39) * 3;
  assert.ok(Math.abs(foreground[middle + 1] - FRONT[1]) < 12, `${foreground.subarray(middle, middle + 3)}`);
});

test('half-transparent photos are weighed by what is seen of them', () => {
  const photo = photoOf(SOFT_DISC, () => 128);
  const { foreground, background } = estimateEdgeColours(photo, SOFT_DISC);
  const edge = (25 * 81 + 25) * 3;
  assert.ok(Math.abs(foreground[edge] - FRONT[0]) < 8 && Math.abs(background[edge] - BACK[0]) < 8);
});

test('a matte without soft pixels needs no estimate', () => {
  const matte = drawMatte(40, 40, (x) => (x < 20 ? 0 : 255));
  const { foreground, background } = estimateEdgeColours(photoOf(matte), matte);
  assert.ok([...foreground, ...background].every((level) => level === 0));
});

test('a subject without any background around it keeps its colour', () => {
  const matte = drawMatte(40, 40, () => 200);
  const photo = drawPicture(40, 40, () => FRONT);
  const cutout = readCutout(photo, matte, estimateEdgeColours(photo, matte));
  assert.ok(FRONT.every((level, channel) => Math.abs(level - cutout[channel]) <= 1));
});

test('after a stroke, updating gives the very pixels of a new estimate', () => {
  const random = noise(4);
  const original = drawPicture(900, 500, (x, y) => [x % 256, random() * 255, y % 256]);
  const before = drawMatte(900, 500, disc(400, 250, 150, 30));
  for (const rect of [
    { x: 240, y: 200, width: 61, height: 83 },
    { x: 0, y: 0, width: 30, height: 20 },
    { x: 870, y: 470, width: 30, height: 30 },
  ]) {
    const matte = { ...before, alpha: before.alpha.slice() };
    const edgeColours = estimateEdgeColours(original, matte);
    for (let y = rect.y; y < rect.y + rect.height; y++) {
      for (let x = rect.x; x < rect.x + rect.width; x++) matte.alpha[y * 900 + x] = random() * 256;
    }
    const old = readCutout(original, matte, estimateEdgeColours(original, before));
    const changed = updateEdgeColours(edgeColours, original, matte, rect);
    const fresh = readCutout(original, matte, estimateEdgeColours(original, matte));
    assert.deepEqual(readCutout(original, matte, edgeColours), fresh);
    fresh.forEach((level, at) => {
      const [x, y] = [Math.floor(at / 4) % 900, Math.floor(at / 3600)];
      const within =
        x >= changed.x && y >= changed.y && x < changed.x + changed.width && y < changed.y + changed.height;
      if (!within && level !== old[at]) assert.fail(`${x}, ${y} has changed and was not told`);
    });
  }
});

test('tile by tile, as far as a change reaches, gives the same', () => {
  const random = noise(6);
  const original = drawPicture(700, 600, (x, y) => [x % 256, random() * 255, y % 256]);
  const matte = drawMatte(700, 600, disc(340, 300, 120, 30));
  const edgeColours = estimateEdgeColours(original, matte);
  for (let y = 290; y < 310; y++) matte.alpha.fill(90, y * 700 + 200, y * 700 + 260);
  const left = 200 - EDGE_COLOURS_REACH_PX;
  const top = 290 - EDGE_COLOURS_REACH_PX;
  for (let y = top; y < 310 + EDGE_COLOURS_REACH_PX; y += 128) {
    for (let x = left; x < 260 + EDGE_COLOURS_REACH_PX; x += 128) {
      refreshEdgeColours(edgeColours, original, matte, { x, y, width: 128, height: 128 });
    }
  }
  const fresh = readCutout(original, matte, estimateEdgeColours(original, matte));
  assert.deepEqual(readCutout(original, matte, edgeColours), fresh);
});

test('a tile with soft pixels beside it but none in it has nothing to do', () => {
  const matte = drawMatte(400, 40, (x, y) => (x > 40 && x < 41 && y < 20 ? 99 : 0));
  const original = photoOf(matte);
  const edgeColours = estimateEdgeColours(original, matte);
  const before = edgeColours.foreground.slice();
  for (const x of [100, 200, 360]) refreshEdgeColours(edgeColours, original, matte, { x, y: 0, width: 40, height: 40 });
  assert.deepEqual(edgeColours.foreground, before);
});

test('progress starts at 0 and grows with each strip', () => {
  /** @type {number[]} */
  const seen = [];
  const matte = drawMatte(4, 2048, () => 0);
  estimateEdgeColours(
    drawPicture(4, 2048, () => FRONT),
    matte,
    (fraction) => seen.push(fraction),
  );
  assert.deepEqual(seen, [0, 0.5]);
});
