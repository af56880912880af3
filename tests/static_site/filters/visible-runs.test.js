import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findRuns } from '../../../static_site/js/filters/visible-runs.js';

/** @param {string[]} rows  a digit is a level of 10, 20, ...; a dot is nothing */
function partsOf(rows, level = 1) {
  const width = rows[0].length;
  const alpha = Uint8Array.from(rows.join(''), (sign) => (sign === '.' ? 0 : Number(sign) * 10));
  const runs = findRuns({ width, height: rows.length, alpha }, level);
  return { count: runs.count, parts: new Set(runs.roots.subarray(0, runs.count)).size };
}

test('runs that touch are one part, corners included', () => {
  assert.deepEqual(partsOf(['99..', '..9.', '...9']), { count: 3, parts: 1 });
  assert.deepEqual(partsOf(['..9.', '99..']), { count: 2, parts: 1 });
});

test('runs that do not touch are several', () => {
  assert.deepEqual(partsOf(['9.9', '9.9', '...', '999']), { count: 5, parts: 3 });
});

test('arms that meet further down are one part, however they join', () => {
  assert.deepEqual(partsOf(['9.9.9.9', '9.9.999', '9.9.9..', '99999..']).parts, 1);
  assert.deepEqual(partsOf(['9...9', '9.9.9', '99999']).parts, 1);
});

test('only pixels from the level on count', () => {
  assert.deepEqual(partsOf(['959'], 60), { count: 2, parts: 2 });
  assert.deepEqual(partsOf(['959'], 50), { count: 1, parts: 1 });
});

test('there may be more runs than room was made for at first', () => {
  const width = 101;
  const alpha = Uint8Array.from({ length: width * 100 }, (_, at) => ((at % width) % 2 ? 0 : 255));
  const { count, rows, starts, ends, roots } = findRuns({ width, height: 100, alpha }, 1);
  assert.equal(count, 5100);
  assert.deepEqual([rows[5099], starts[5099], ends[5099], roots[5099]], [99, 100, 101, 50]);
});
