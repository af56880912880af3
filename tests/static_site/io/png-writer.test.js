import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { crc32, PNG_SIGNATURE } from '../../../static_site/js/io/png.js';
import { chooseFilter, filterRow } from '../../../static_site/js/io/png-filter.js';
import { writePng } from '../../../static_site/js/io/png-writer.js';

/** An independent reading, straight from the specification. @param {Blob} blob */
async function readPng(blob) {
  const file = new Uint8Array(await blob.arrayBuffer());
  assert.deepEqual([...file.subarray(0, 8)], [...PNG_SIGNATURE]);
  const view = new DataView(file.buffer);
  const types = [];
  const data = [];
  for (let at = 8; at < file.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...file.subarray(at + 4, at + 8));
    assert.equal(view.getUint32(at + 8 + length), crc32(file.subarray(at + 4, at + 8 + length)), `checksum of ${type}`);
    if (type === 'IDAT') data.push(file.subarray(at + 8, at + 8 + length));
    types.push(type);
    at += 12 + length;
  }
  const width = view.getUint32(16);
  const height = view.getUint32(20);
  return { width, height, types, rgba: unfilter(inflateSync(Buffer.concat(data)), width, height) };
}

/** @param {Uint8Array} raw @param {number} width @param {number} height */
function unfilter(raw, width, height) {
  const stride = width * 4;
  assert.equal(raw.length, height * (stride + 1));
  const out = new Uint8Array(height * stride);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const a = x >= 4 ? out[y * stride + x - 4] : 0;
      const b = y > 0 ? out[(y - 1) * stride + x] : 0;
      const c = x >= 4 && y > 0 ? out[(y - 1) * stride + x - 4] : 0;
      const p = a + b - c;
      const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
      const paeth = pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
      out[y * stride + x] = raw[y * (stride + 1) + 1 + x] + [0, a, b, Math.floor((a + b) / 2), paeth][filter];
    }
  }
  return out;
}

/** Noise that is the same on every run. @param {number} length */
function makeNoise(length) {
  let seed = 1;
  return Uint8Array.from({ length }, () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed >>> 16;
  });
}

/** @param {Uint8Array} rgba @param {number} width @param {number} height @param {(fraction: number) => void} [report] */
const write = (rgba, width, height, report) =>
  writePng({ width, height, writeRow: (y, row) => row.set(rgba.subarray(y * width * 4, (y + 1) * width * 4)) }, report);

for (const [name, width, height] of /** @type {[string, number, number][]} */ ([
  ['one pixel', 1, 1],
  ['a single row', 31, 1],
  ['a single column', 1, 31],
  ['several batches', 900, 700],
])) {
  test(`every byte written can be read back: ${name}`, async () => {
    const rgba = makeNoise(width * height * 4);
    const png = await readPng(await write(rgba, width, height));
    assert.deepEqual([png.width, png.height], [width, height]);
    assert.ok(Buffer.from(png.rgba).equals(Buffer.from(rgba)));
  });
}

test('colour under low alpha survives, unlike through a canvas', async () => {
  const rgba = Uint8Array.of(251, 3, 77, 1, 13, 200, 5, 2);
  assert.deepEqual([...(await readPng(await write(rgba, 2, 1))).rgba], [...rgba]);
});

test('nothing but pixels is in the file: no metadata chunk of any kind', async () => {
  const { types } = await readPng(await write(makeNoise(400), 10, 10));
  assert.deepEqual([...new Set(types)], ['IHDR', 'IDAT', 'IEND']);
});

test('the size on paper is written where it is given, in dots per metre', async () => {
  const blob = await writePng({ width: 2, height: 2, writeRow: () => {} }, () => {}, 300);
  const { types } = await readPng(blob);
  assert.deepEqual([...new Set(types)], ['IHDR', 'pHYs', 'IDAT', 'IEND']);
  const view = new DataView(await blob.arrayBuffer());
  const at = 33 + 8;
  assert.deepEqual([view.getUint32(at), view.getUint32(at + 4), view.getUint8(at + 8)], [11811, 11811, 1]);
});

test('progress ends at 1', async () => {
  /** @type {number[]} */
  const seen = [];
  await write(new Uint8Array(900 * 700 * 4), 900, 700, (fraction) => seen.push(fraction));
  assert.ok(seen.length > 1);
  assert.equal(seen.at(-1), 1);
});

test('a smooth picture is filtered, and so is smaller than unfiltered', async () => {
  const width = 256;
  const ramp = Uint8Array.from({ length: width * 64 * 4 }, (_, at) => Math.floor(at / 4) + (at % 4) * 7);
  const above = ramp.subarray(0, width * 4);
  assert.notEqual(chooseFilter(ramp.subarray(width * 4, width * 8), above), 0);
  assert.ok((await write(ramp, width, 64)).size < 1500);
});

test('every filter can be undone', () => {
  const row = makeNoise(40);
  const previous = makeNoise(80).subarray(40);
  for (let filter = 0; filter <= 4; filter++) {
    const raw = new Uint8Array(2 * 41);
    filterRow(0, previous, new Uint8Array(40), raw.subarray(0, 41));
    filterRow(filter, row, previous, raw.subarray(41));
    assert.equal(raw[41], filter);
    assert.deepEqual([...unfilter(raw, 10, 2).subarray(40)], [...row]);
  }
});
