import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sumBlocks } from '../../../static_site/js/filters/block-sums.js';
import { fuseColours, REACH } from '../../../static_site/js/filters/blur-fusion.js';
import { drawMatte, drawPicture } from './drawn.js';

/** @param {(x: number, y: number) => number[]} colour @param {(x: number, y: number) => number} level */
function fuse(colour, level, width = 480, height = 16) {
  const [photo, matte] = [drawPicture(width, height, colour), drawMatte(width, height, level)];
  return fuseColours(sumBlocks(photo, matte, { x: 0, y: 0, width: width / 4, height: height / 4 }));
}

test('across a soft ramp both colours are found on both sides', () => {
  const level = (/** @type {number} */ x) => Math.min(Math.max((x - 200) * 3, 0), 255);
  const share = (/** @type {number} */ x) => Math.round(level(x)) / 255;
  const { foreground, background } = fuse((x) => [200 * share(x), 200 * (1 - share(x)), 0], level);
  for (let block = 51; block < 71; block++) {
    assert.ok(Math.abs(foreground[block * 3] - 200) < 6, `red of the subject at ${block}: ${foreground[block * 3]}`);
    assert.ok(Math.abs(background[block * 3 + 1] - 200) < 6, `green behind at ${block}: ${background[block * 3 + 1]}`);
  }
});

test('where one layer is nowhere near, it has the other’s colour; where nothing is to be seen, none', () => {
  const { foreground, background } = fuse(
    (x) => [100, 50, 25, x < 240 ? 255 : 0],
    (x) => (x < 4 ? 0 : 255),
  );
  assert.deepEqual([...background.subarray(59 * 3, 60 * 3)], [100, 50, 25]);
  assert.deepEqual([...foreground.subarray(119 * 3, 120 * 3)], [0, 0, 0]);
});

test('a change is felt as far as REACH says, and no further', () => {
  const level = (/** @type {number} */ x) => (x < 240 ? 128 : 127);
  const plain = fuse(() => [90, 90, 90], level);
  const marked = fuse((x) => (x < 4 ? [255, 0, 0] : [90, 90, 90]), level);
  const changed = plain.foreground.findLastIndex((colour, at) => colour !== marked.foreground[at]);
  assert.ok(changed > 0 && Math.floor(changed / 3) % 120 <= REACH);
});
