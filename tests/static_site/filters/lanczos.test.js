import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resizeLanczos } from '../../../static_site/js/filters/lanczos.js';

// Noise of 7 x 5 pixels, and what Pillow's LANCZOS makes of it: made by numpy.random.default_rng(7) and Pillow 13.
const NOISE = {
  width: 7,
  height: 5,
  channels: 3,
  data: Uint8Array.of(
    139,
    74,
    229,
    241,
    169,
    65,
    6,
    160,
    149,
    106,
    38,
    175,
    188,
    205,
    175,
    229,
    98,
    249,
    10,
    148,
    95,
    86,
    147,
    198,
    66,
    39,
    106,
    213,
    171,
    45,
    167,
    57,
    69,
    81,
    55,
    14,
    153,
    178,
    215,
    76,
    52,
    39,
    250,
    72,
    215,
    50,
    161,
    223,
    112,
    172,
    161,
    233,
    38,
    17,
    89,
    1,
    221,
    6,
    242,
    127,
    143,
    6,
    60,
    210,
    94,
    25,
    166,
    33,
    249,
    189,
    12,
    204,
    33,
    57,
    124,
    30,
    199,
    149,
    202,
    119,
    72,
    220,
    3,
    209,
    122,
    136,
    147,
    77,
    133,
    82,
    115,
    87,
    162,
    230,
    70,
    71,
    240,
    62,
    47,
    184,
    31,
    34,
    63,
    65,
    146,
  ),
};
/** @type {Record<string, number[]>} */
const BY_PILLOW = {
  '4x3': [
    132, 120, 156, 115, 124, 83, 167, 104, 149, 103, 129, 144, 144, 100, 197, 152, 93, 125, 88, 88, 116, 114, 104, 117,
    146, 106, 124, 131, 56, 168, 162, 102, 73, 163, 52, 120,
  ],
  '9x8': [
    137, 56, 245, 253, 142, 114, 141, 210, 81, 0, 120, 181, 102, 35, 184, 180, 194, 186, 255, 161, 249, 153, 95, 202, 0,
    163, 91, 98, 111, 222, 161, 98, 119, 150, 145, 57, 92, 140, 118, 119, 47, 141, 131, 130, 85, 215, 151, 195, 158,
    112, 201, 20, 114, 61, 96, 157, 205, 49, 60, 151, 124, 96, 67, 231, 170, 46, 176, 57, 60, 84, 22, 1, 111, 144, 145,
    129, 153, 171, 76, 34, 20, 209, 97, 235, 76, 110, 208, 36, 181, 164, 190, 175, 81, 250, 43, 8, 134, 0, 121, 15, 154,
    191, 48, 192, 105, 124, 3, 23, 255, 59, 148, 153, 109, 224, 72, 150, 255, 143, 103, 146, 167, 39, 48, 86, 59, 210,
    19, 190, 189, 97, 158, 88, 192, 0, 113, 221, 93, 12, 177, 58, 179, 183, 17, 255, 165, 14, 176, 33, 55, 121, 1, 177,
    161, 114, 193, 99, 223, 72, 112, 224, 0, 216, 152, 125, 80, 128, 100, 118, 133, 57, 170, 152, 42, 168, 136, 67, 102,
    142, 127, 83, 201, 96, 37, 188, 38, 92, 122, 43, 192, 118, 138, 174, 82, 148, 88, 59, 130, 102, 137, 91, 152, 255,
    71, 62, 255, 50, 42, 231, 23, 20, 120, 41, 68, 37, 75, 141,
  ],
  '7x2': [
    149, 101, 210, 127, 110, 128, 119, 166, 111, 153, 45, 95, 109, 100, 127, 143, 172, 210, 76, 72, 64, 188, 107, 111,
    97, 93, 189, 155, 77, 175, 155, 58, 73, 112, 94, 124, 142, 123, 68, 152, 19, 149,
  ],
  '1x5': [132, 128, 163, 124, 99, 94, 124, 100, 145, 142, 76, 149, 153, 82, 95],
};

for (const [size, expected] of Object.entries(BY_PILLOW)) {
  test(`noise of 7 x 5 pixels becomes ${size} bit for bit as Pillow makes it`, () => {
    const [width, height] = size.split('x').map(Number);
    const { data, ...rest } = resizeLanczos(NOISE, width, height);
    assert.deepEqual(rest, { width, height, channels: 3 });
    assert.deepEqual([...data], expected);
  });
}

test('its own size leaves an image as it is', () => {
  assert.deepEqual([...resizeLanczos(NOISE, 7, 5).data], [...NOISE.data]);
});

test('one colour stays that colour at any size, and overshoots at an edge are cut off', () => {
  const flat = { width: 3, height: 2, channels: 1, data: new Uint8Array(6).fill(255) };
  assert.deepEqual(new Set(resizeLanczos(flat, 50, 40).data), new Set([255]));
  const edge = { width: 8, height: 1, channels: 1, data: Uint8Array.of(0, 0, 0, 0, 255, 255, 255, 255) };
  const { data } = resizeLanczos(edge, 64, 1);
  assert.deepEqual([data[0], data[63], Math.max(...data), Math.min(...data)], [0, 255, 255, 0]);
});
