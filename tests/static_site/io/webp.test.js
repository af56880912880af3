import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findChunk, makeWebp } from '../../../static_site/js/io/webp.js';

const COLOURS = Uint8Array.of(1, 2, 3);
const ALPHA = Uint8Array.of(4, 5, 6, 7, 8);

test('what was joined is found again, byte by byte, at even places', () => {
  const file = makeWebp({ width: 16_383, height: 258 }, COLOURS, ALPHA);
  assert.deepEqual(findChunk(file, 'VP8 '), COLOURS);
  assert.deepEqual(findChunk(file, 'ALPH'), ALPHA);
  assert.equal(file.length % 2, 0);
  assert.equal(new DataView(file.buffer).getUint32(4, true), file.length - 8);
});

test('the header says that there is transparency, and how large the picture is', () => {
  const file = makeWebp({ width: 16_383, height: 258 }, COLOURS, ALPHA);
  assert.deepEqual(findChunk(file, 'VP8X'), Uint8Array.of(0x10, 0, 0, 0, 0xfe, 0x3f, 0, 1, 1, 0));
});

test('a chunk that is not there is not found', () => {
  const file = makeWebp({ width: 1, height: 1 }, COLOURS, ALPHA);
  assert.equal(findChunk(file, 'VP8L'), null);
  assert.equal(findChunk(new Uint8Array(0), 'VP8 '), null);
});

test('a picture without transparency is of the simple kind', () => {
  const file = makeWebp({ width: 1, height: 1 }, COLOURS);
  assert.equal(String.fromCharCode(...file.subarray(0, 4), ...file.subarray(8, 16)), 'RIFFWEBPVP8 ');
  assert.deepEqual(findChunk(file, 'VP8 '), COLOURS);
  assert.equal(file.length, 24);
});
