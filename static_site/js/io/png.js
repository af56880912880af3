// The parts of a PNG file: signature, chunks, checksums. https://www.w3.org/TR/png-3/

export const PNG_SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

/**
 * CRC-32 as PNG and zlib use it.
 * @param {Uint8Array} bytes
 * @returns {number} 0..2^32-1
 */
export function crc32(bytes) {
  let crc = 0xffffffff;
  for (let index = 0; index < bytes.length; index++) crc = CRC_TABLE[(crc ^ bytes[index]) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/**
 * @param {string} type  four ASCII letters
 * @param {Uint8Array} data
 * @returns {Uint8Array<ArrayBuffer>} length, type, data and checksum
 */
export function makeChunk(type, data) {
  const chunk = new Uint8Array(data.length + 12);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  for (let index = 0; index < 4; index++) chunk[4 + index] = type.charCodeAt(index);
  chunk.set(data, 8);
  view.setUint32(8 + data.length, crc32(chunk.subarray(4, 8 + data.length)));
  return chunk;
}

/** PNG's numbers for pictures of so many channels. */
const COLOUR_TYPES = { 3: 2, 4: 6 };

/**
 * The header chunk of a picture with 8 bits per channel.
 * @param {number} width
 * @param {number} height
 * @param {3 | 4} [channels]  RGB or RGBA
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function makeHeader(width, height, channels = 4) {
  const data = new Uint8Array(13);
  const view = new DataView(data.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  data[8] = 8; // bits per channel
  data[9] = COLOUR_TYPES[channels]; // the rest are zeros: deflate, adaptive filters, not interlaced
  return makeChunk('IHDR', data);
}

const METRES_PER_INCH = 0.0254;

/**
 * The chunk that says how large the picture is on paper.
 * @param {number} dotsPerInch
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function makeDensity(dotsPerInch) {
  const data = new Uint8Array(9);
  const view = new DataView(data.buffer);
  const dotsPerMetre = Math.round(dotsPerInch / METRES_PER_INCH);
  view.setUint32(0, dotsPerMetre);
  view.setUint32(4, dotsPerMetre);
  data[8] = 1; // the unit is the metre
  return makeChunk('pHYs', data);
}
