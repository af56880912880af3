import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32, makeChunk, makeHeader, PNG_SIGNATURE } from '../../../static_site/js/io/png.js';

const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);

test('the checksum is CRC-32: the standard’s check value, and IEND’s well-known one', () => {
  assert.equal(crc32(bytes('123456789')), 0xcbf43926);
  assert.equal(crc32(bytes('IEND')), 0xae426082);
  assert.equal(crc32(new Uint8Array(0)), 0);
});

test('a chunk is length, type, data, checksum over type and data', () => {
  const chunk = makeChunk('IDAT', Uint8Array.of(1, 2, 3));
  assert.deepEqual([...chunk.subarray(0, 11)], [0, 0, 0, 3, 0x49, 0x44, 0x41, 0x54, 1, 2, 3]);
  assert.equal(new DataView(chunk.buffer).getUint32(11), crc32(chunk.subarray(4, 11)));
});

test('the header says 8-bit RGBA, not interlaced, big-endian sizes', () => {
  const header = makeHeader(4000, 3);
  assert.deepEqual([...header.subarray(8, 21)], [0, 0, 0x0f, 0xa0, 0, 0, 0, 3, 8, 6, 0, 0, 0]);
  assert.equal(String.fromCharCode(...PNG_SIGNATURE.subarray(1, 4)), 'PNG');
});
