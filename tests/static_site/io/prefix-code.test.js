import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makePrefixCode } from '../../../static_site/js/io/prefix-code.js';

/** Kraft's sum: 1 when every series of bits means something. @param {number[]} lengths */
const kraft = (lengths) => lengths.reduce((sum, length) => sum + (length ? 2 ** -length : 0), 0);

test('each symbol takes as many bits as its share asks for', () => {
  const { lengths } = makePrefixCode([8, 4, 2, 1, 1], 15);
  assert.deepEqual(lengths, [1, 2, 3, 4, 4]);
});

test('codes follow from their lengths alone, as RFC 1951 orders them', () => {
  // Its own example, in 3.2.2: eight symbols of 3, 3, 3, 3, 3, 2, 4 and 4 bits. Ours are written lowest bit first.
  const { lengths, codes } = makePrefixCode([2, 2, 2, 2, 2, 4, 1, 1], 15);
  assert.deepEqual(lengths, [3, 3, 3, 3, 3, 2, 4, 4]);
  const words = codes.map((code, symbol) =>
    code.toString(2).padStart(lengths[symbol], '0').split('').reverse().join(''),
  );
  assert.deepEqual(words, ['010', '011', '100', '101', '110', '00', '1110', '1111']);
});

test('no code is longer than allowed, however rare its symbol, and none is wasted', () => {
  const counts = [1, 1];
  while (counts.length < 30) counts.push(counts[counts.length - 1] + counts[counts.length - 2]);
  for (const maxBits of [7, 15]) {
    const { lengths } = makePrefixCode(counts, maxBits);
    assert.equal(Math.max(...lengths), maxBits);
    assert.equal(kraft(lengths), 1);
  }
  assert.ok(Math.max(...makePrefixCode(counts, 40).lengths) === 29, 'or this test would show nothing');
});

test('symbols that never come have no code, and one that is alone has one', () => {
  assert.deepEqual(makePrefixCode([0, 5, 0], 15), { lengths: [0, 1, 0], codes: [0, 0, 0] });
});
