import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { largestCanvas, takesPixels } from '../../../static_site/js/io/canvas-size.js';
import { writeByCanvas } from '../../../static_site/js/io/canvas-writer.js';

/** What browsers do with a canvas that is too large for them. @typedef {'black' | 'null' | 'throws'} Refusal */

/**
 * A canvas that keeps its last pixels, as far as its area allows.
 * @param {{maxArea?: number, refusal?: Refusal, types?: string[], encodes?: boolean}} [browser]
 */
function fakeBrowser({
  maxArea = 1e12,
  refusal = 'black',
  types = ['image/png', 'image/jpeg', 'image/webp'],
  encodes = true,
} = {}) {
  /** @type {{alpha?: boolean}[]} */
  const asked = [];
  class FakeCanvas {
    /** @param {number} width @param {number} height */
    constructor(width, height) {
      Object.assign(this, { width, height });
      this.fits = width * height <= maxArea;
      if (!this.fits && refusal === 'throws') throw new RangeError('too large');
    }
    /** @param {string} _kind @param {{alpha?: boolean}} options */
    getContext(_kind, options) {
      asked.push(options);
      if (!this.fits && refusal === 'null') return null;
      let last = new Uint8ClampedArray(4);
      return {
        canvas: this,
        putImageData: (/** @type {{data: Uint8ClampedArray}} */ { data }) => {
          if (this.fits) last = data.slice(-4);
        },
        getImageData: () => ({ data: last }),
      };
    }
    /** @param {{type: string}} options */
    async convertToBlob({ type }) {
      if (!encodes) throw new DOMException('', 'EncodingError');
      return new Blob(['x'], { type: types.includes(type) ? type : 'image/png' });
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
  Object.assign(globalThis, { OffscreenCanvas: FakeCanvas, ImageData: FakeImageData });
  return asked;
}

afterEach(() => {
  for (const name of ['OffscreenCanvas', 'ImageData']) Reflect.deleteProperty(globalThis, name);
});

/** @param {number} width @param {number} height @param {string} type */
const write = (width, height, type, writeRow = () => {}) =>
  writeByCanvas({ width, height, writeRow }, { type, quality: 0.9, onProgress: () => {} });

for (const refusal of /** @type {Refusal[]} */ (['black', 'null', 'throws'])) {
  test(`a canvas that ${refusal === 'black' ? 'stays black' : refusal} is found out, and the largest safe size is told`, async () => {
    fakeBrowser({ maxArea: 16_777_216, refusal });
    assert.equal(takesPixels(6000, 4000, 'image/jpeg'), null);
    await assert.rejects(write(6000, 4000, 'image/jpeg'), (/** @type {any} */ { facts }) => {
      assert.equal(facts.code, 'canvas_too_large');
      const { width, height } = facts.largest;
      assert.ok(width * height <= 16_777_216 && width * height > 16_700_000);
      assert.ok(Math.abs(width / height - 1.5) < 0.001);
      return true;
    });
  });
}

test('a format’s own end is known: WebP’s 16383 pixels a side', () => {
  fakeBrowser();
  assert.equal(takesPixels(16_384, 10, 'image/webp'), null);
  assert.ok(takesPixels(16_383, 10, 'image/webp'));
  assert.deepEqual(largestCanvas(32_766, 200, 'image/webp'), { width: 16_383, height: 100 });
});

test('where not even a small canvas works, a size is still told', () => {
  fakeBrowser({ maxArea: 0 });
  assert.deepEqual(largestCanvas(100, 100, 'image/jpeg'), { width: 1, height: 1 });
});

test('a browser that answers PNG when it was asked for WebP is found out', async () => {
  fakeBrowser({ types: ['image/png', 'image/jpeg'] });
  await assert.rejects(write(10, 10, 'image/webp'), { message: 'format_unsupported' });
  assert.equal((await write(10, 10, 'image/jpeg')).type, 'image/jpeg');
});

test('an encoder without memory is a failure with a name', async () => {
  fakeBrowser({ encodes: false });
  await assert.rejects(write(10, 10, 'image/jpeg'), { message: 'out_of_memory' });
});

test('without a canvas in workers the format is not supported', async () => {
  await assert.rejects(write(10, 10, 'image/jpeg'), { message: 'format_unsupported' });
});

test('every row is drawn once, in order, and progress ends at 1', async () => {
  fakeBrowser();
  /** @type {number[]} */
  const rows = [];
  /** @type {number[]} */
  const seen = [];
  await writeByCanvas(
    { width: 1000, height: 2500, writeRow: (y) => rows.push(y) },
    { type: 'image/jpeg', quality: 1, onProgress: (fraction) => seen.push(fraction) },
  );
  assert.deepEqual(
    rows,
    Array.from({ length: 2500 }, (_, y) => y),
  );
  assert.deepEqual(seen, [0.4, 0.8, 1]);
});

test('no canvas has alpha, which would cost its encoder more memory', async () => {
  const asked = fakeBrowser();
  await write(10, 10, 'image/webp');
  await write(10, 10, 'image/jpeg');
  assert.deepEqual(
    asked.map(({ alpha }) => alpha),
    [false, false],
  );
});
