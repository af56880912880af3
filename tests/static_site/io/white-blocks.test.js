import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWhiteBlocks } from '../../../static_site/js/io/white-blocks.js';

const [WIDTH, HEIGHT] = [100, 90];

/** @param {[x: number, y: number][]} dark */
function blocksOf(dark) {
  const blocks = createWhiteBlocks(WIDTH, HEIGHT);
  for (let y = 0; y < HEIGHT; y++) blocks.addRow(y, rowOf(dark, y));
  return blocks;
}

/** @param {[x: number, y: number][]} dark @param {number} y */
function rowOf(dark, y) {
  const row = new Uint8Array(WIDTH * 4).fill(255);
  for (const [x, line] of dark) if (line === y) row[x * 4 + 1] = 254;
  return row;
}

test('a white picture must come back white, every pixel of it', () => {
  const blocks = blocksOf([]);
  for (const [x, y] of [
    [0, 0],
    [99, 0],
    [50, 45],
    [99, 89],
  ]) {
    assert.ok(blocks.holds(y, rowOf([], y)));
    assert.ok(!blocks.holds(y, rowOf([[x, y]], y)), `${x}, ${y}`);
  }
});

test('where the subject is within a block’s reach, nothing is asked for', () => {
  const blocks = blocksOf([[50, 40]]);
  for (const [x, y] of [
    [50, 40],
    [48, 32],
    [32, 16],
    [79, 63],
  ]) {
    assert.ok(blocks.holds(y, rowOf([[x, y]], y)), `${x}, ${y}`);
  }
  for (const [x, y] of [
    [31, 40],
    [80, 40],
    [50, 15],
    [50, 64],
  ]) {
    assert.ok(!blocks.holds(y, rowOf([[x, y]], y)), `${x}, ${y}`);
  }
});

test('a picture without white has nothing to hold', () => {
  const everywhere = Array.from(
    { length: 42 },
    (_, index) => /** @type {[number, number]} */ ([(index % 7) * 16, Math.floor(index / 7) * 16]),
  );
  assert.equal(blocksOf(everywhere).any(), false);
  assert.equal(blocksOf([[3, 3]]).any(), true);
});
