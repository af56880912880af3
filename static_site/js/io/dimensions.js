// A picture's size from its header, so that one that is too large is refused before memory is spent on its pixels.

import { readMainPicture } from './heic-boxes.js';

/** @typedef {{width: number, height: number}} Size  as stored: before any orientation is applied */

/** JPEG markers that open a frame: SOF0..SOF15 without DHT (C4), JPG (C8) and DAC (CC). */
const NOT_A_FRAME = [0xc4, 0xc8, 0xcc];

/**
 * @param {Uint8Array} head  the file's first bytes
 * @param {string} type  from sniff.js
 * @returns {Size | null} null when the header doesn't tell; the decoded picture will
 */
export function readDimensions(head, type) {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  try {
    if (type === 'image/png') return { width: view.getUint32(16), height: view.getUint32(20) };
    if (type === 'image/gif') return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    if (type === 'image/webp') return readWebp(view);
    if (type === 'image/jpeg') return readJpeg(view);
    if (type === 'image/heic' || type === 'image/avif') return readMainPicture(view).size;
    return null;
  } catch (error) {
    // Reading past the end: the head is shorter than the header. The decoder will say what is wrong with the file.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * @param {DataView} view
 * @returns {Size | null}
 */
function readJpeg(view) {
  let at = 2;
  while (view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
    } else if (marker >= 0xc0 && marker <= 0xcf && !NOT_A_FRAME.includes(marker)) {
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    } else {
      at += 2 + view.getUint16(at + 2);
    }
  }
  return null;
}

/**
 * The three layouts of WebP: extended, lossless and simple.
 * @param {DataView} view
 * @returns {Size | null}
 */
function readWebp(view) {
  const layout = view.getUint32(12);
  if (layout === 0x56503858) return { width: 1 + readUint24(view, 24), height: 1 + readUint24(view, 27) };
  if (layout === 0x5650384c) {
    const bits = view.getUint32(21, true);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  if (layout === 0x56503820) {
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  return null;
}

/** @param {DataView} view @param {number} at */
function readUint24(view, at) {
  return view.getUint16(at, true) + view.getUint8(at + 2) * 65536;
}
