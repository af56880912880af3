// The chunks of a WebP file. RFC 9649, 2.

/** Says that the file holds transparency. */
const ALPHA_FLAG = 0x10;

/**
 * @param {Uint8Array<ArrayBuffer>} file  WebP
 * @param {string} name  of four letters
 * @returns {Uint8Array<ArrayBuffer> | null} what the first chunk of that name holds
 */
export function findChunk(file, name) {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (let at = 12; at + 8 <= file.length; ) {
    const length = view.getUint32(at + 4, true);
    if (String.fromCharCode(...file.subarray(at, at + 4)) === name) return file.subarray(at + 8, at + 8 + length);
    at += 8 + length + (length % 2);
  }
  return null;
}

/**
 * A lossy picture, with its transparency beside it if it has any, and nothing else: no profile, no metadata.
 * @param {{width: number, height: number}} size
 * @param {Uint8Array} colours  of a 'VP8 ' chunk
 * @param {Uint8Array} [alpha]  of an ALPH chunk
 * @returns {Uint8Array<ArrayBuffer>} a WebP file
 */
export function makeWebp({ width, height }, colours, alpha) {
  const letters = makeLetters('WEBP');
  const picture = makeChunk('VP8 ', colours);
  if (!alpha) return makeChunk('RIFF', concat([letters, picture]));
  const header = new DataView(new ArrayBuffer(10));
  header.setUint8(0, ALPHA_FLAG);
  // There are three bytes for each, of which the sides of a lossy picture, 16,383 at most, need two.
  header.setUint16(4, width - 1, true);
  header.setUint16(7, height - 1, true);
  const extension = makeChunk('VP8X', new Uint8Array(header.buffer));
  return makeChunk('RIFF', concat([letters, extension, makeChunk('ALPH', alpha), picture]));
}

/**
 * @param {string} name
 * @param {Uint8Array} data
 */
function makeChunk(name, data) {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, data.length, true);
  // The next one begins at an even place.
  return concat([makeLetters(name), length, data, new Uint8Array(data.length % 2)]);
}

/** @param {string} name */
const makeLetters = (name) => Uint8Array.from(name, (letter) => letter.charCodeAt(0));

/**
 * @param {Uint8Array[]} parts
 * @returns {Uint8Array<ArrayBuffer>}
 */
function concat(parts) {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
