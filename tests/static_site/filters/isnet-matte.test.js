import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { Failure } from '../../../static_site/js/document/failure.js';
import { MODEL_SIDE_PX } from '../../../static_site/js/filters/isnet-input.js';
import { isnetMatte, MAX_HAZE_ALPHA, MIN_CONFIDENCE } from '../../../static_site/js/filters/isnet-matte.js';

const PLANE = MODEL_SIDE_PX * MODEL_SIDE_PX;

/** @param {number[]} firsts  the rest is 0 */
const confidence = (...firsts) => Float32Array.from({ length: PLANE }, (_, index) => firsts[index] ?? 0);

/** @param {Float32Array} values */
const levelsOf = (values) => isnetMatte(values, MODEL_SIDE_PX, MODEL_SIDE_PX).alpha;

test('levels are stretched from lowest to highest, rounded, and cleared of haze up to level 4', () => {
  const levels = levelsOf(confidence(0.8, 0.4, (0.8 * 4.4) / 255, (0.8 * 4.6) / 255));
  assert.deepEqual([...levels.subarray(0, 5)], [255, 128, 0, 5, 0]);
});

test('a lowest confidence above zero becomes level 0', () => {
  const levels = levelsOf(confidence(0.9).map((value) => value || 0.1));
  assert.deepEqual([levels[0], levels[1]], [255, 0]);
});

test('the matte has the small copy’s size', () => {
  const half = Float32Array.from({ length: PLANE }, (_, index) => (index < PLANE / 2 ? 1 : 0));
  const { width, height, alpha } = isnetMatte(half, 6, 4);
  assert.deepEqual([width, height, alpha.length], [6, 4, 24]);
  assert.ok(alpha instanceof Uint8Array);
  assert.deepEqual([alpha[0], alpha[23]], [255, 0]);
});

for (const [name, values] of /** @type {[string, Float32Array][]} */ ([
  ['a highest confidence under one half', confidence(0.499)],
  ['the same confidence everywhere', confidence().fill(0.7)],
  ['no number', confidence().fill(Number.NaN)],
])) {
  test(`${name} is no subject, and never stretched noise`, () => {
    assert.throws(
      () => levelsOf(values),
      (error) => error instanceof Failure && error.facts.code === 'unknown_foreground',
    );
  });
}

test('both bounds are the function’s own', async () => {
  const limits = await readFile(new URL('../../../functions/removebg/limits.py', import.meta.url), 'utf8');
  assert.equal(MIN_CONFIDENCE, Number(limits.match(/^MIN_CONFIDENCE = ([\d.]+)$/m)?.[1]));
  assert.equal(MAX_HAZE_ALPHA, Number(limits.match(/^MAX_HAZE_ALPHA = (\d+)$/m)?.[1]));
  assert.equal(MODEL_SIDE_PX, Number(limits.match(/^MODEL_SIDE_PIXELS = (\d+)$/m)?.[1]));
});
