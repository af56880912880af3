import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDimensions } from '../../../static_site/js/io/dimensions.js';
import { makeHeader, PNG_SIGNATURE } from '../../../static_site/js/io/png.js';
import { sniffType } from '../../../static_site/js/io/sniff.js';

/** @param {(string | number)[]} parts */
const bytes = (...parts) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)));

const JPEG = bytes(0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xff, 0xc2, 0, 11, 8, 0x0b, 0xb8, 0x0f, 0xa0, 3);
const PNG = Uint8Array.from([...PNG_SIGNATURE, ...makeHeader(4000, 3000)]);
const GIF = bytes('GIF89a', 0xa0, 0x0f, 0xb8, 0x0b, 0, 0);
const WEBP_LOSSY = bytes('RIFF', 0, 0, 0, 0, 'WEBPVP8 ', 0, 0, 0, 0, 0, 0, 0, 0x9d, 0x01, 0x2a, 0xa0, 0x4f, 0xb8, 0x0b);
const WEBP_LOSSLESS = bytes('RIFF', 0, 0, 0, 0, 'WEBPVP8L', 0, 0, 0, 0, 0x2f, 0x9f, 0xcf, 0xed, 0x02);
const WEBP_EXTENDED = bytes('RIFF', 0, 0, 0, 0, 'WEBPVP8X', 10, 0, 0, 0, 0, 0, 0, 0, 0x9f, 0x0f, 0, 0xb7, 0x0b, 0);

/** @type {[string, Uint8Array, string][]} */
const TYPES = [
  ['JPEG', JPEG, 'image/jpeg'],
  ['PNG', PNG, 'image/png'],
  ['GIF', GIF, 'image/gif'],
  ['WebP', WEBP_LOSSY, 'image/webp'],
  ['BMP', bytes('BM', 0, 0), 'image/bmp'],
  ['AVIF', bytes(0, 0, 0, 28, 'ftypavif'), 'image/avif'],
  ['HEIC of an iPhone', bytes(0, 0, 0, 24, 'ftypheic'), 'image/heic'],
  ['HEIF', bytes(0, 0, 0, 24, 'ftypmif1'), 'image/heic'],
  ['HEIF by a later brand', bytes(0, 0, 0, 24, 'ftypMSNV', 0, 0, 0, 0, 'heixmif1'), 'image/heic'],
  ['AVIF that names HEIF first', bytes(0, 0, 0, 24, 'ftypmif1', 0, 0, 0, 0, 'mif1avif'), 'image/avif'],
  ['a film with HEIC after its brands', bytes(0, 0, 0, 16, 'ftypmp42', 0, 0, 0, 0, 'heic'), ''],
  ['TIFF, little-endian', bytes('II', 42, 0), 'image/tiff'],
  ['TIFF, big-endian', bytes('MM', 0, 42), 'image/tiff'],
  ['text', bytes('hello world'), ''],
  ['a film', bytes(0, 0, 0, 24, 'ftypmp42'), ''],
  ['nothing', bytes(), ''],
];

for (const [name, head, type] of TYPES) {
  test(`the type comes from the bytes: ${name}`, () => assert.equal(sniffType(head), type));
}

for (const [name, head] of /** @type {[string, Uint8Array][]} */ ([
  ['JPEG, progressive, after metadata and fill bytes', JPEG],
  ['PNG', PNG],
  ['GIF', GIF],
  ['WebP, lossy with scaling bits', WEBP_LOSSY],
  ['WebP, lossless', WEBP_LOSSLESS],
  ['WebP, extended', WEBP_EXTENDED],
])) {
  test(`the size is known before decoding: ${name}`, () => {
    assert.deepEqual({ ...readDimensions(head, sniffType(head)) }, { width: 4000, height: 3000 });
  });
  test(`a header cut short is no size, and no crash: ${name}`, () => {
    for (let length = 0; length < 10; length++) {
      assert.equal(readDimensions(head.subarray(0, length), sniffType(head)), null);
    }
  });
}
