import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { wrapInPng } from '../../../static_site/js/io/heic-png.js';
import { crc32, PNG_SIGNATURE } from '../../../static_site/js/io/png.js';

/** @import { Colours } from '../../../static_site/js/io/heic-boxes.js' */
/** @import { Samples } from '../../../static_site/js/io/heic-png.js' */

/** @param {Samples} samples @param {Colours} [colours] @returns {Promise<[type: string, data: Buffer][]>} */
async function readChunks(samples, colours = null) {
  const file = Buffer.from(await wrapInPng(samples, colours).arrayBuffer());
  assert.deepEqual(file.subarray(0, 8), Buffer.from(PNG_SIGNATURE));
  /** @type {[string, Buffer][]} */
  const chunks = [];
  for (let at = 8; at < file.length; ) {
    const end = at + 8 + file.readUInt32BE(at);
    assert.equal(file.readUInt32BE(end), crc32(file.subarray(at + 4, end)));
    chunks.push([file.toString('latin1', at + 4, at + 8), file.subarray(at + 8, end)]);
    at = end + 4;
  }
  return chunks;
}

/** @param {[string, Buffer][]} chunks @param {string} type */
const dataOf = (chunks, type) => Buffer.concat(chunks.filter(([name]) => name === type).map(([, data]) => data));

/** @param {number} width @param {number} height @param {3 | 4} channels @returns {Samples} with two bytes between rows */
function makeSamples(width, height, channels) {
  const strideBytes = width * channels + 2;
  const bytes = Uint8Array.from({ length: strideBytes * height }, (_, index) => (index * 31) % 251);
  return { width, height, channels, strideBytes, bytes };
}

for (const [width, height, channels] of /** @type {[number, number, 3 | 4][]} */ ([
  [5, 3, 3],
  [4, 2, 4],
  [30_000, 2, 3],
  [65_535, 1, 4],
])) {
  test(`every sample stands in the PNG: ${width} x ${height}, ${channels} channels`, async () => {
    const samples = makeSamples(width, height, channels);
    const chunks = await readChunks(samples);
    const header = dataOf(chunks, 'IHDR');
    assert.deepEqual([header.readUInt32BE(0), header.readUInt32BE(4), header[8]], [width, height, 8]);
    assert.equal(header[9], channels === 4 ? 6 : 2);
    // Checks the stream's own sum as well.
    const rows = inflateSync(dataOf(chunks, 'IDAT'));
    const rowBytes = width * channels;
    assert.equal(rows.length, height * (rowBytes + 1));
    for (let y = 0; y < height; y++) {
      assert.equal(rows[y * (rowBytes + 1)], 0);
      const row = rows.subarray(y * (rowBytes + 1) + 1, (y + 1) * (rowBytes + 1));
      assert.ok(row.equals(samples.bytes.subarray(y * samples.strideBytes, y * samples.strideBytes + rowBytes)));
    }
    assert.deepEqual([chunks[0][0], chunks.at(-1)?.[0]], ['IHDR', 'IEND']);
  });
}

test('a colour profile goes along, before the pixels', async () => {
  const profile = Uint8Array.from({ length: 70_000 }, (_, index) => index % 253);
  const chunks = await readChunks(makeSamples(5, 3, 3), { profile });
  const data = dataOf(chunks, 'iCCP');
  assert.ok(inflateSync(data.subarray(data.indexOf(0) + 2)).equals(profile));
  assert.equal(chunks[1][0], 'iCCP');
});

test('so do the code points of a wider colour space, and sRGB’s are left out', async () => {
  const wide = await readChunks(makeSamples(5, 3, 3), { primaries: 12, transfer: 13 });
  assert.deepEqual([...dataOf(wide, 'cICP')], [12, 13, 0, 1]);
  const bright = await readChunks(makeSamples(5, 3, 3), { primaries: 9, transfer: 16 });
  assert.deepEqual([...dataOf(bright, 'cICP')], [9, 16, 0, 1]);
  for (const primaries of [1, 2]) {
    const plain = await readChunks(makeSamples(5, 3, 3), { primaries, transfer: 13 });
    assert.equal(dataOf(plain, 'cICP').length, 0);
  }
});
