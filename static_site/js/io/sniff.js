// What a file is, by its first bytes: names and types given by others are often wrong.

/**
 * Media types by signature. `null` in a signature stands for any byte.
 * @type {[type: string, offset: number, signature: (string | number)[]][]}
 */
const SIGNATURES = [
  ['image/jpeg', 0, [0xff, 0xd8, 0xff]],
  ['image/png', 0, [0x89, 'PNG', 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/gif', 0, ['GIF8']],
  ['image/bmp', 0, ['BM']],
  ['image/webp', 8, ['WEBP']],
  ['image/tiff', 0, ['II', 42, 0]],
  ['image/tiff', 0, ['MM', 0, 42]],
];

/**
 * Media types of ISO's container by the brands in its first box: AVIF has HEIF's among its own, so it comes first.
 * @type {[type: string, brands: string[]][]}
 */
const BRANDS = [
  ['image/avif', ['avif', 'avis']],
  ['image/heic', ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']],
];

/** Longer lists of brands than this are nobody's. */
const MAX_BRANDS_BYTES = 256;

/**
 * @param {(string | number)[]} signature
 * @returns {number[]}
 */
function toBytes(signature) {
  return signature.flatMap((part) => (typeof part === 'number' ? part : [...part].map((char) => char.charCodeAt(0))));
}

/**
 * @param {Uint8Array} head  the file's first bytes
 * @returns {string} a media type, or '' when it is none of those a camera or an editor writes
 */
export function sniffType(head) {
  const found = SIGNATURES.find(([, offset, signature]) =>
    toBytes(signature).every((byte, index) => head[offset + index] === byte),
  );
  return found ? found[0] : sniffBrand(head);
}

/** @param {Uint8Array} head */
function sniffBrand(head) {
  const text = String.fromCharCode(...head.subarray(0, MAX_BRANDS_BYTES));
  if (text.slice(4, 8) !== 'ftyp') return '';
  const named = new Set(text.slice(8, new DataView(head.buffer, head.byteOffset).getUint32(0)).match(/[\s\S]{4}/g));
  return BRANDS.find(([, brands]) => brands.some((brand) => named.has(brand)))?.[0] ?? '';
}
