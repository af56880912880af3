// How VP8L, WebP's format without loss, writes numbers and the codes for them. RFC 9649, 3.

import { makePrefixCode } from './prefix-code.js';

/**
 * @import { BitWriter } from './bit-writer.js'
 * @import { PrefixCode } from './prefix-code.js'
 */

const MAX_CODE_BITS = 15;

/** The lengths of codes are written with a prefix code themselves, whose own lengths stand in this order. */
const LENGTHS_ORDER = [17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];
const MAX_LENGTHS_CODE_BITS = 7;

/**
 * A number's magnitude, which gets a code, and the bits that follow.
 * @param {number} number  from 1
 */
export function splitNumber(number) {
  const rest = number - 1;
  if (rest < 4) return { prefix: rest, extra: 0, extraBits: 0 };
  const highest = 31 - Math.clz32(rest);
  const extraBits = highest - 1;
  return {
    prefix: 2 * highest + ((rest >> extraBits) & 1),
    extra: rest & ((1 << extraBits) - 1),
    extraBits,
  };
}

/**
 * @param {BitWriter} bits
 * @param {PrefixCode} code
 * @param {number} first  symbol of the smallest magnitude
 * @param {number} number
 */
export function writeNumber(bits, { codes, lengths }, first, number) {
  const { prefix, extra, extraBits } = splitNumber(number);
  bits.write(codes[first + prefix], lengths[first + prefix]);
  bits.write(extra, extraBits);
}

/**
 * @param {BitWriter} bits
 * @param {ArrayLike<number>} counts  of each symbol
 * @returns {PrefixCode} what was written; of a single symbol no more is ever written
 */
export function writeCode(bits, counts) {
  const used = Array.from(counts).flatMap((count, symbol) => (count ? [symbol] : []));
  if (used.length < 2) {
    // One symbol, of eight bits: the first of a picture is a level, and never more.
    bits.write(0b101, 3);
    bits.write(used[0] ?? 0, 8);
    const none = Array.from(counts, () => 0);
    return { lengths: none, codes: none };
  }
  const code = makePrefixCode(counts, MAX_CODE_BITS);
  const lengthCounts = new Uint32Array(LENGTHS_ORDER.length);
  for (const length of code.lengths) lengthCounts[length]++;
  const lengthsCode = makePrefixCode(lengthCounts, MAX_LENGTHS_CODE_BITS);
  bits.write(0, 1);
  bits.write(LENGTHS_ORDER.length - 4, 4);
  for (const symbol of LENGTHS_ORDER) bits.write(lengthsCode.lengths[symbol], 3);
  // As many lengths as there are symbols.
  bits.write(0, 1);
  for (const length of code.lengths) bits.write(lengthsCode.codes[length], lengthsCode.lengths[length]);
  return code;
}
