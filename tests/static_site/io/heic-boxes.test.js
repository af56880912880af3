import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDimensions } from '../../../static_site/js/io/dimensions.js';
import { readMainPicture } from '../../../static_site/js/io/heic-boxes.js';

/** @typedef {(string | number | Uint8Array)[]} Parts  text, bytes, and boxes within */

/** @param {Parts} parts */
const bytes = (...parts) =>
  Uint8Array.from(
    parts.flatMap((part) => {
      if (typeof part === 'number') return [part];
      return typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : [...part];
    }),
  );

/** @param {number} value */
const uint32 = (value) => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);

/** @param {string} type @param {Parts} parts */
const box = (type, ...parts) => bytes(uint32(8 + bytes(...parts).length), type, ...parts);

const FULL = uint32(0);
const SIZE = box('ispe', FULL, uint32(4032), uint32(3024));
const THUMBNAIL_SIZE = box('ispe', FULL, uint32(320), uint32(240));
const PROFILE = box('colr', 'prof', 1, 2, 3, 4);
const CODE_POINTS = box('colr', 'nclx', 0, 12, 0, 13, 0, 6, 0x80);

/** The main item is 7; item 1 is its thumbnail. @param {Uint8Array} pitm @param {Uint8Array} ipma @param {Parts} properties */
const heic = (pitm, ipma, ...properties) =>
  bytes(
    box('ftyp', 'heic', uint32(0), 'mif1heic'),
    box('meta', FULL, box('hdlr', FULL), pitm, box('iprp', box('ipco', ...properties), ipma)),
    uint32(100_000_000),
    'mdat',
  );

const NARROW_PITM = box('pitm', FULL, 0, 7);
/** Property 1 belongs to the thumbnail; 2, as an essential one, and the later ones to the main item. */
const NARROW_IPMA = box('ipma', FULL, uint32(2), 0, 1, 1, 1, 0, 7, 3, 0x82, 3, 4);

/** @param {Uint8Array} data */
const read = (data) => readMainPicture(new DataView(data.buffer, data.byteOffset, data.byteLength));

test('the size is the main picture’s, not its thumbnail’s', () => {
  const data = heic(NARROW_PITM, NARROW_IPMA, THUMBNAIL_SIZE, SIZE);
  assert.deepEqual(read(data), { size: { width: 4032, height: 3024 }, colours: null });
  assert.deepEqual(readDimensions(data, 'image/heic'), { width: 4032, height: 3024 });
  assert.deepEqual(readDimensions(data, 'image/avif'), { width: 4032, height: 3024 });
});

test('wide item numbers and wide property numbers are read too', () => {
  const pitm = box('pitm', 1, 0, 0, 0, uint32(7));
  const ipma = box('ipma', 1, 0, 0, 1, uint32(2), uint32(1), 1, 0, 1, uint32(7), 1, 0x80, 2);
  assert.deepEqual(read(heic(pitm, ipma, THUMBNAIL_SIZE, SIZE)).size, { width: 4032, height: 3024 });
});

test('a box may say its length in 64 bits, or that it is the last', () => {
  const long = bytes(uint32(1), 'meta', uint32(0), uint32(16 + 4 + NARROW_PITM.length), FULL, NARROW_PITM);
  assert.deepEqual(read(long), { size: null, colours: null });
  const properties = bytes(box('iprp', box('ipco', THUMBNAIL_SIZE, SIZE), NARROW_IPMA));
  const last = bytes(uint32(0), 'meta', FULL, NARROW_PITM, properties);
  assert.deepEqual(read(last).size, { width: 4032, height: 3024 });
});

test('a colour profile goes before code points', () => {
  const both = read(heic(NARROW_PITM, NARROW_IPMA, THUMBNAIL_SIZE, SIZE, CODE_POINTS, PROFILE));
  assert.deepEqual(both.colours, { profile: Uint8Array.of(1, 2, 3, 4) });
  const points = read(heic(NARROW_PITM, NARROW_IPMA, THUMBNAIL_SIZE, SIZE, CODE_POINTS));
  assert.deepEqual(points.colours, { primaries: 12, transfer: 13 });
});

test('a picture in tiles has their colours', () => {
  const tiles = box('ipma', FULL, uint32(1), 0, 7, 1, 1);
  assert.deepEqual(read(heic(NARROW_PITM, tiles, SIZE, PROFILE)).colours, { profile: Uint8Array.of(1, 2, 3, 4) });
});

test('a header that is not all there, or makes no sense, tells no size', () => {
  const data = heic(NARROW_PITM, NARROW_IPMA, THUMBNAIL_SIZE, SIZE);
  assert.equal(readDimensions(data.slice(0, 100), 'image/heic'), null);
  assert.equal(readDimensions(bytes(uint32(4), 'meta'), 'image/heic'), null);
  assert.equal(readDimensions(bytes('none at all'), 'image/heic'), null);
  assert.equal(readDimensions(heic(box('free'), NARROW_IPMA, THUMBNAIL_SIZE, SIZE), 'image/heic'), null);
});
