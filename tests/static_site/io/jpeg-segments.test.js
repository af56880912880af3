import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanJpeg } from '../../../static_site/js/io/jpeg-segments.js';

/** @param {number} marker @param {number[]} data */
const segment = (marker, data) => [0xff, marker, 0, data.length + 2, ...data];
const JFIF = [0x4a, 0x46, 0x49, 0x46, 0, 1, 2, 0, 0, 72, 0, 72, 0, 0];
const TABLE = segment(0xdb, [9, 9, 9]);
const SCAN = [...segment(0xda, [1, 2]), 0x12, 0xff, 0x00, 0xff, 0xe1, 0x34, 0xff, 0xd9];

/** @param {number[]} bytes @param {number} [dotsPerInch] */
const clean = (bytes, dotsPerInch) => cleanJpeg(Uint8Array.from(bytes), dotsPerInch).flatMap((part) => [...part]);
const PLAIN_JFIF = segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);

test('EXIF, profiles, editors’ notes and comments are taken out, tables and pixels are kept to the byte', () => {
  const noisy = [
    ...[0xff, 0xd8],
    ...segment(0xe0, JFIF),
    ...segment(0xe1, [0x45, 0x78, 0x69, 0x66]),
    ...segment(0xe2, [1]),
    ...TABLE,
    ...segment(0xed, [2]),
    ...segment(0xfe, [0x68, 0x69]),
    ...SCAN,
  ];
  assert.deepEqual(clean(noisy), [0xff, 0xd8, ...PLAIN_JFIF, ...TABLE, ...SCAN]);
});

test('what says how the colours are meant stays', () => {
  const adobe = segment(0xee, [0x41, 0x64, 0x6f, 0x62, 0x65]);
  assert.deepEqual(clean([0xff, 0xd8, ...adobe, ...SCAN]), [0xff, 0xd8, ...PLAIN_JFIF, ...adobe, ...SCAN]);
});

test('the size on paper is written where it is given', () => {
  const printed = segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 1, 0x01, 0x2c, 0x01, 0x2c, 0, 0]);
  assert.deepEqual(clean([0xff, 0xd8, ...segment(0xe0, JFIF), ...SCAN], 300.2), [0xff, 0xd8, ...printed, ...SCAN]);
});
