// Puts decoded pixels into a PNG without compressing them, so that the browser reads them with their colour profile.

import { makeChunk, makeHeader, PNG_SIGNATURE } from './png.js';

/** @import { Colours } from './heic-boxes.js' */

/**
 * @typedef {object} Samples  8 bits each, straight alpha
 * @property {number} width
 * @property {number} height
 * @property {3 | 4} channels  RGB or RGBA
 * @property {number} strideBytes  from row to row
 * @property {Uint8Array} bytes
 */

/** The most that one block of deflate holds when it is only stored. */
const MAX_BLOCK_BYTES = 65_535;

/** Adler-32's sums stay whole in 31 bits, and so fast, over this many bytes. */
const SUM_BYTES = 3_800;
const ADLER_MODULUS = 65_521;

/** Code points of ITU-T H.273 that every browser's own sRGB covers: sRGB's primaries, 'unspecified', and their curves. */
const SRGB_PRIMARIES = [1, 2];
const HDR_TRANSFERS = [16, 18];

/**
 * @param {Samples} samples
 * @param {Colours} colours
 * @returns {Blob}
 */
export function wrapInPng(samples, colours) {
  const { width, height, channels, strideBytes, bytes } = samples;
  const stream = new StoredStream();
  const row = new Uint8Array(1 + width * channels); // opens with the number of its filter: none
  const parts = [PNG_SIGNATURE, makeHeader(width, height, channels), ...makeColourChunks(colours)];
  for (let y = 0; y < height; y++) {
    row.set(bytes.subarray(y * strideBytes, y * strideBytes + width * channels), 1);
    parts.push(makeChunk('IDAT', stream.write(row, y === 0, y === height - 1)));
  }
  return new Blob([...parts, makeChunk('IEND', new Uint8Array(0))], { type: 'image/png' });
}

/** @param {Colours} colours */
function makeColourChunks(colours) {
  if (!colours) return [];
  if ('profile' in colours) {
    const { profile } = colours;
    // A name of one letter, its end, and the method: deflate.
    const data = new Uint8Array([0x70, 0, 0, ...new StoredStream().write(profile, true, true)]);
    return [makeChunk('iCCP', data)];
  }
  const { primaries, transfer } = colours;
  if (SRGB_PRIMARIES.includes(primaries) && !HDR_TRANSFERS.includes(transfer)) return [];
  // RGB, in full range.
  return [makeChunk('cICP', Uint8Array.of(primaries, transfer, 0, 1))];
}

/** A zlib stream of stored blocks. https://www.rfc-editor.org/rfc/rfc1950, rfc1951 */
class StoredStream {
  #low = 1;
  #high = 0;

  /**
   * @param {Uint8Array} data
   * @param {boolean} isFirst
   * @param {boolean} isLast
   * @returns {Uint8Array} the stream's next bytes
   */
  write(data, isFirst, isLast) {
    const blocks = Math.max(1, Math.ceil(data.length / MAX_BLOCK_BYTES));
    const out = new Uint8Array((isFirst ? 2 : 0) + data.length + blocks * 5 + (isLast ? 4 : 0));
    const view = new DataView(out.buffer);
    let at = 0;
    if (isFirst) {
      view.setUint16(0, 0x7801);
      at = 2;
    }
    for (let start = 0; start < data.length; start += MAX_BLOCK_BYTES) {
      const block = data.subarray(start, start + MAX_BLOCK_BYTES);
      out[at] = isLast && start + MAX_BLOCK_BYTES >= data.length ? 1 : 0;
      view.setUint16(at + 1, block.length, true);
      view.setUint16(at + 3, ~block.length & 0xffff, true);
      out.set(block, at + 5);
      at += 5 + block.length;
    }
    this.#add(data);
    if (isLast) view.setUint32(at, this.#high * 65536 + this.#low);
    return out;
  }

  /** @param {Uint8Array} data  goes into the stream's Adler-32 */
  #add(data) {
    let low = this.#low;
    let high = this.#high;
    for (let start = 0; start < data.length; start += SUM_BYTES) {
      const end = Math.min(start + SUM_BYTES, data.length);
      for (let at = start; at < end; at++) {
        low += data[at];
        high += low;
      }
      low %= ADLER_MODULUS;
      high %= ADLER_MODULUS;
    }
    this.#low = low;
    this.#high = high;
  }
}
