import assert from 'node:assert/strict';
import { test } from 'node:test';
import { overRow } from '../../../static_site/js/render/over-row.js';

/** @param {number[]} below @param {number[]} above */
function over(below, above) {
  const row = Uint8Array.from(below);
  overRow(row, Uint8Array.from(above));
  return [...row];
}

test('nothing changes nothing', () => {
  assert.deepEqual(over([1, 2, 3, 4], [200, 200, 200, 0]), [1, 2, 3, 4]);
});

test('what is opaque covers all', () => {
  assert.deepEqual(over([1, 2, 3, 255], [200, 100, 50, 255]), [200, 100, 50, 255]);
});

test('over nothing a colour stays itself, however faint', () => {
  assert.deepEqual(over([0, 0, 0, 0], [200, 100, 50, 1]), [200, 100, 50, 1]);
});

test('every alpha over every opaque level is the rounded mean, and stays opaque', () => {
  for (let alpha = 0; alpha <= 255; alpha++) {
    for (const level of [0, 1, 77, 254, 255]) {
      const [red, , , opacity] = over([level, 0, 0, 255], [130, 0, 0, alpha]);
      assert.equal(red, Math.round((130 * alpha + level * (255 - alpha)) / 255));
      assert.equal(opacity, 255);
    }
  }
});

test('two soft layers weigh by what is seen of each', () => {
  assert.deepEqual(over([0, 0, 255, 128], [255, 0, 0, 128]), [170, 0, 85, 192]);
});
