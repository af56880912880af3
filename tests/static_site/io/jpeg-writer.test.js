import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { writeJpeg } from '../../../static_site/js/io/jpeg-writer.js';

const [WIDTH, HEIGHT] = [64, 48];

/** SOI, one table, a scan, EOI: enough of a JPEG to be cleaned. */
const JPEG = Uint8Array.of(0xff, 0xd8, 0xff, 0xdb, 0, 3, 7, 0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9);

/**
 * A browser whose JPEGs come back a level too dark below a quality.
 * @param {number} exactFrom  the least quality at which white stays white
 */
function fakeBrowser(exactFrom) {
  /** @type {{qualities: number[], drawn: Uint8ClampedArray, closed: number}} */
  const seen = { qualities: [], drawn: new Uint8ClampedArray(WIDTH * HEIGHT * 4), closed: 0 };
  class FakeCanvas {
    /** @param {number} width @param {number} height */
    constructor(width, height) {
      Object.assign(this, { width, height });
      let probe = new Uint8ClampedArray(4);
      /** What a decoded file shows, once it is drawn. @type {Uint8ClampedArray | null} */
      let decoded = null;
      this.context = {
        canvas: this,
        putImageData: (/** @type {ImageData} */ { data, width: across }) => {
          if (across === 1) probe = data.slice();
          else seen.drawn = data.slice();
        },
        drawImage: (/** @type {{pixels: Uint8ClampedArray}} */ { pixels }) => {
          decoded = pixels;
        },
        getImageData: () => ({ data: decoded ?? probe }),
      };
    }
    getContext() {
      return this.context;
    }
    /** @param {{type: string, quality: number}} options */
    async convertToBlob({ type, quality }) {
      seen.qualities.push(quality);
      return new Blob([JPEG], { type });
    }
  }
  class FakeImageData {
    /** @param {number | Uint8ClampedArray} first @param {number} width @param {number} [height] */
    constructor(first, width, height) {
      const given = typeof first !== 'number';
      this.data = given ? first : new Uint8ClampedArray(first * width * 4);
      Object.assign(this, given ? { width, height } : { width: first, height: width });
    }
  }
  const createImageBitmap = async () => {
    const level = (seen.qualities.at(-1) ?? 0) >= exactFrom ? 255 : 254;
    const pixels = seen.drawn.map((value) => (value === 255 ? level : value));
    return { width: WIDTH, height: HEIGHT, pixels, close: () => seen.closed++ };
  };
  Object.assign(globalThis, { OffscreenCanvas: FakeCanvas, ImageData: FakeImageData, createImageBitmap });
  return seen;
}

afterEach(() => {
  for (const name of ['OffscreenCanvas', 'ImageData', 'createImageBitmap']) Reflect.deleteProperty(globalThis, name);
});

/** @param {number[]} pixel @param {boolean} opaque @param {number} quality @param {number} [dotsPerInch] */
const write = (pixel, opaque, quality, dotsPerInch) =>
  writeJpeg(
    {
      width: WIDTH,
      height: HEIGHT,
      opaque,
      writeRow: (_, row) => {
        for (let at = 0; at < row.length; at++) row[at] = pixel[at % 4];
      },
    },
    { quality, dotsPerInch, onProgress: () => {} },
  );

test('white that is read back as white needs one try, at the quality that was asked for', async () => {
  const seen = fakeBrowser(0.5);
  await write([255, 255, 255, 255], true, 0.6);
  assert.deepEqual(seen.qualities, [0.6]);
  assert.equal(seen.closed, 1);
});

test('white that is read back as 254 is written again, with less loss, until it is white', async () => {
  const seen = fakeBrowser(0.9);
  await write([255, 255, 255, 255], true, 0.2);
  assert.deepEqual(seen.qualities, [0.2, 0.9]);
  const never = fakeBrowser(2);
  await write([255, 255, 255, 255], true, 0.2);
  assert.deepEqual(never.qualities, [0.2, 0.9, 1]);
});

test('where there is no white, nothing is read back, and nothing is written twice', async () => {
  const seen = fakeBrowser(0.9);
  await write([10, 20, 30, 255], true, 0.2);
  assert.deepEqual([seen.qualities, seen.closed], [[0.2], 0]);
});

test('what is transparent lies on white', async () => {
  const seen = fakeBrowser(0);
  await write([0, 0, 0, 128], false, 0.9);
  assert.deepEqual([...seen.drawn.subarray(0, 4)], [127, 127, 127, 255]);
  await write([0, 0, 0, 0], false, 0.9);
  assert.deepEqual([...seen.drawn.subarray(0, 4)], [255, 255, 255, 255]);
});

test('the file is cleaned, and says its size on paper', async () => {
  fakeBrowser(0);
  const blob = await write([10, 20, 30, 255], true, 0.9, 300);
  assert.equal(blob.type, 'image/jpeg');
  const bytes = new Uint8Array(await blob.arrayBuffer());
  assert.deepEqual([...bytes.subarray(13, 18)], [1, 0x01, 0x2c, 0x01, 0x2c]);
  assert.deepEqual([...bytes.subarray(20)], [...JPEG.subarray(2)]);
});
