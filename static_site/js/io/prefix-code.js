// Prefix codes after Huffman: the more often a symbol comes, the fewer bits it takes.

/**
 * @typedef {object} PrefixCode
 * @property {number[]} lengths  bits of each symbol's code, 0 for those that never come
 * @property {number[]} codes  of each symbol, to be written lowest bit first
 */

/**
 * @param {ArrayLike<number>} counts  how often each symbol comes
 * @param {number} maxBits  that a code may have
 * @returns {PrefixCode} a symbol that is the only one has a code of one bit
 */
export function makePrefixCode(counts, maxBits) {
  // Rare symbols are counted as less rare until no code is too long.
  for (let least = 1; ; least *= 2) {
    const lengths = chooseLengths(Array.from(counts, (count) => count && Math.max(count, least)));
    if (Math.max(...lengths) <= maxBits) return { lengths, codes: makeCodes(lengths) };
  }
}

/**
 * D. A. Huffman, "A Method for the Construction of Minimum-Redundancy Codes" (1952).
 * @param {number[]} counts
 * @returns {number[]}
 */
function chooseLengths(counts) {
  const lengths = counts.map(() => 0);
  const trees = counts.flatMap((count, symbol) => (count ? [{ count, symbols: [symbol] }] : []));
  if (trees.length === 1) lengths[trees[0].symbols[0]] = 1;
  while (trees.length > 1) {
    trees.sort((one, other) => one.count - other.count);
    const [rarest, next] = trees.splice(0, 2);
    const symbols = [...rarest.symbols, ...next.symbols];
    for (const symbol of symbols) lengths[symbol]++;
    trees.push({ count: rarest.count + next.count, symbols });
  }
  return lengths;
}

/**
 * Canonical: ordered by length, then by symbol, so that the lengths alone tell all. RFC 1951, 3.2.2.
 * @param {number[]} lengths
 * @returns {number[]}
 */
function makeCodes(lengths) {
  const codes = lengths.map(() => 0);
  for (let bits = 1, code = 0; bits <= Math.max(...lengths); bits++, code *= 2) {
    lengths.forEach((length, symbol) => {
      if (length === bits) codes[symbol] = reverseBits(code++, bits);
    });
  }
  return codes;
}

/** @param {number} value @param {number} bits */
function reverseBits(value, bits) {
  let reversed = 0;
  for (let bit = 0; bit < bits; bit++) reversed = reversed * 2 + ((value >> bit) & 1);
  return reversed;
}
