import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placementMatrix } from '../../../static_site/js/document/placement.js';
import { writeCutoutRow } from '../../../static_site/js/render/cutout-rows.js';
import { cutoutRows, pictureRows } from '../../../static_site/js/render/pixel-rows.js';
import { placeRows } from '../../../static_site/js/render/place-rows.js';
import { cutoutOf, plainCutout, readRows, sampleCutout } from './sample-cutout.js';

/** @import { Cutout } from '../../../static_site/js/document/picture.js' */

const CUTOUT = sampleCutout(37, 29);
const { width, height } = CUTOUT.original;
const WHOLE = readRows({ width, height, writeRow: (y, row) => writeCutoutRow(CUTOUT, y, row) });
const PLACEMENT = { x: width / 2, y: height / 2, scale: 1, rotationDeg: 0, flipped: false };

/**
 * @param {Partial<typeof PLACEMENT>} change
 * @param {import('../../../static_site/js/document/picture.js').Rect} region
 * @param {Cutout} cutout
 */
function place(change, region = { x: 0, y: 0, width, height }, cutout = CUTOUT) {
  const size = cutout.original;
  const placement = { ...PLACEMENT, x: size.width / 2, y: size.height / 2, ...change };
  return readRows(placeRows(cutoutRows(cutout), placementMatrix(placement, size), region));
}

/** @param {Uint8Array} pixels @param {number} x @param {number} y @param {number} [rowWidth] */
const pixelOf = (pixels, x, y, rowWidth = width) => [
  ...pixels.subarray((y * rowWidth + x) * 4, (y * rowWidth + x) * 4 + 4),
];

/**
 * Each pixel of the region from the whole cutout, or nothing.
 * @param {{width: number, height: number}} region
 * @param {(x: number, y: number) => [number, number]} toImage
 */
function pick(region, toImage) {
  const expected = new Uint8Array(region.width * region.height * 4);
  for (let y = 0; y < region.height; y++) {
    for (let x = 0; x < region.width; x++) {
      const [u, v] = toImage(x, y);
      if (u >= 0 && v >= 0 && u < width && v < height) expected.set(pixelOf(WHOLE, u, v), (y * region.width + x) * 4);
    }
  }
  return expected;
}

test('where nothing was moved, every byte is the cutout’s own', () => assert.deepEqual(place({}), WHOLE));

for (const [dx, dy] of [
  [5, 3],
  [-9, -4],
  [100, 0],
  [0, -100],
]) {
  test(`moved by whole pixels (${dx}, ${dy}), every byte is the cutout’s own`, () => {
    const moved = place({ x: width / 2 + dx, y: height / 2 + dy });
    assert.deepEqual(
      moved,
      pick({ width, height }, (x, y) => [x - dx, y - dy]),
    );
  });
}

test('a part of the artboard, or what lies beside it, is the same as in the whole', () => {
  const region = { x: -6, y: 4, width: 30, height: 40 };
  assert.deepEqual(
    place({}, region),
    pick(region, (x, y) => [x - 6, y + 4]),
  );
});

test('mirrored, every byte is the cutout’s own, from the other side', () => {
  assert.deepEqual(
    place({ flipped: true }),
    pick({ width, height }, (x, y) => [width - 1 - x, y]),
  );
  const region = { x: 3, y: 2, width: 20, height: 20 };
  assert.deepEqual(
    place({ flipped: true, x: width / 2 + 2 }, region),
    pick(region, (x, y) => [width - 1 - (x + 3 - 2), y + 2]),
  );
});

test('turned by quarters, every byte is the cutout’s own', () => {
  const half = place({ rotationDeg: 180 });
  assert.deepEqual(
    half,
    pick({ width, height }, (x, y) => [width - 1 - x, height - 1 - y]),
  );
  assert.deepEqual(
    place({ rotationDeg: 180, flipped: true }),
    pick({ width, height }, (x, y) => [x, height - 1 - y]),
  );
  const region = { x: 4, y: -4, width: height, height: width };
  assert.deepEqual(
    place({ rotationDeg: 90 }, region),
    pick(region, (x, y) => [y, height - 1 - x]),
  );
});

test('nothing of what was removed bleeds into enlarged edges', () => {
  const red = cutoutOf(
    {
      width: 8,
      height: 8,
      rgba: Uint8ClampedArray.from(
        { length: 256 },
        (_, at) => (at % 32 < 16 ? [255, 0, 0, 255] : [0, 255, 0, 255])[at % 4],
      ),
    },
    Uint8Array.from({ length: 64 }, (_, at) => (at % 8 < 4 ? 255 : 0)),
  );
  for (const rotationDeg of [0, 45]) {
    const large = place({ x: 16, y: 16, scale: 4, rotationDeg }, { x: 0, y: 0, width: 32, height: 32 }, red);
    for (let at = 0; at < large.length; at += 4) assert.deepEqual([...large.subarray(at + 1, at + 3)], [0, 0]);
    assert.deepEqual(pixelOf(large, 8, 14, 32), [255, 0, 0, 255]);
    assert.deepEqual(pixelOf(large, 26, 18, 32), [0, 0, 0, 0]);
  }
});

test('shrunk, each pixel is the mean of what it covers, weighted by alpha', () => {
  const stripes = cutoutOf(
    {
      width: 4,
      height: 2,
      rgba: Uint8ClampedArray.from({ length: 32 }, (_, at) => (at % 4 === 3 ? 255 : at % 8 < 4 ? 200 : 100)),
    },
    Uint8Array.of(255, 0, 255, 255, 255, 0, 255, 255),
  );
  const small = place({ x: 1, y: 0.5, scale: 0.5 }, { x: 0, y: 0, width: 2, height: 1 }, stripes);
  assert.deepEqual([...small], [200, 200, 200, 128, 150, 150, 150, 255]);
});

for (const scale of [0.2, 0.37, 0.5, 0.93, 1.4, 3]) {
  for (const rotationDeg of [0, 90, 33]) {
    test(`a plain colour stays that colour: scale ${scale}, turned by ${rotationDeg}`, () => {
      const plain = plainCutout(40, 30, [12, 200, 77]);
      const region = { x: 0, y: 0, width: 170, height: 170 };
      const placed = place({ x: 85, y: 85, scale, rotationDeg }, region, plain);
      assert.deepEqual(pixelOf(placed, 85, 85, 170), [12, 200, 77, 255]);
      let sum = 0;
      for (let at = 0; at < placed.length; at += 4) {
        const seen = placed[at + 3] > 0;
        assert.deepEqual([...placed.subarray(at, at + 3)], seen ? [12, 200, 77] : [0, 0, 0]);
        sum += placed[at + 3] / 255;
      }
      const area = 40 * 30 * scale * scale;
      assert.ok(Math.abs(sum - area) <= area * 0.02 + 4, `${sum} of ${area} pixels`);
    });
  }
}

for (const flipped of [false, true]) {
  for (const scale of [0.3, 0.7, 1, 1.6]) {
    test(`the subject stays in its place to a tenth of a pixel: scale ${scale}${flipped ? ', mirrored' : ''}`, () => {
      // Centre of mass of the alpha, in artboard pixels, held against that of the source.
      const region = { x: -20, y: -20, width: 100, height: 90 };
      const [x, y] = [25.3, 21.8];
      for (const rotationDeg of [0, 90, -47]) {
        const centre = centreOfMass(place({ x, y, scale, flipped, rotationDeg }, region), region.width);
        const source = centreOfMass(WHOLE, width);
        const matrix = placementMatrix({ x, y, scale, flipped, rotationDeg }, { width, height });
        const expectedX = matrix[0] * source.x + matrix[2] * source.y + matrix[4];
        const expectedY = matrix[1] * source.x + matrix[3] * source.y + matrix[5];
        assert.ok(Math.hypot(centre.x - 20 - expectedX, centre.y - 20 - expectedY) < 0.1, `turned by ${rotationDeg}`);
      }
    });
  }
}

/** @param {Uint8Array} pixels @param {number} rowWidth */
function centreOfMass(pixels, rowWidth) {
  let [sum, sumX, sumY] = [0, 0, 0];
  for (let at = 3, index = 0; at < pixels.length; at += 4, index++) {
    sum += pixels[at];
    sumX += pixels[at] * ((index % rowWidth) + 0.5);
    sumY += pixels[at] * (Math.floor(index / rowWidth) + 0.5);
  }
  return { x: sumX / sum, y: sumY / sum };
}

test('turned far off the artboard, nothing is left', () => {
  assert.ok(place({ x: 9000, rotationDeg: 10 }).every((level) => level === 0));
  assert.ok(place({ x: 9000, scale: 2.5 }).every((level) => level === 0));
  assert.ok(place({ y: -9000, scale: 0.3 }).every((level) => level === 0));
});

test('rows may be asked for in any order', () => {
  for (const change of [{ scale: 0.6 }, { scale: 1.7 }, { rotationDeg: 20 }]) {
    const matrix = placementMatrix({ ...PLACEMENT, ...change }, { width, height });
    const rows = placeRows(cutoutRows(CUTOUT), matrix, { x: 0, y: 0, width, height });
    const inOrder = readRows(rows);
    const row = new Uint8Array(width * 4);
    for (let y = height - 1; y >= 0; y--) {
      rows.writeRow(y, row);
      assert.deepEqual(row, inOrder.subarray(y * width * 4, (y + 1) * width * 4));
    }
  }
});

test('an extended border leaves no gap, enlarged or shrunk', () => {
  for (const scale of [3.3, 0.49]) {
    const picture = { width: 20, height: 10, rgba: new Uint8ClampedArray(800).fill(255) };
    const region = { x: 0, y: 0, width: Math.round(20 * scale), height: Math.floor(10 * scale) };
    const fill = region.width / 20;
    const rows = placeRows(pictureRows(picture), [fill, 0, 0, fill, 0, 0], region, 'extended');
    assert.ok(readRows(rows).every((level) => level === 255));
  }
});

test('soft rows are rounded alike for both kinds of bytes', () => {
  const matrix = placementMatrix({ ...PLACEMENT, scale: 0.8 }, { width, height });
  const rows = placeRows(cutoutRows(CUTOUT), matrix, { x: 0, y: 0, width, height });
  const [bytes, clamped] = [new Uint8Array(width * 4), new Uint8ClampedArray(width * 4)];
  for (let y = 0; y < height; y++) {
    rows.writeRow(y, bytes);
    rows.writeRow(y, clamped);
    assert.deepEqual([...bytes], [...clamped]);
  }
});
