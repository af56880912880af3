// Reads the RGBA of a PNG, straight from the specification: the judge of what a browser has saved.

import { inflateSync } from 'node:zlib';

/**
 * @param {Buffer} file  8 bits, RGBA, not interlaced
 * @returns {{width: number, height: number, rgba: Uint8Array}}
 */
export function readPng(file) {
  const data = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    const start = at + 8;
    if (file.toString('latin1', at + 4, start) === 'IDAT')
      data.push(file.subarray(start, start + file.readUInt32BE(at)));
  }
  const width = file.readUInt32BE(16);
  const height = file.readUInt32BE(20);
  if (file[24] !== 8 || file[25] !== 6 || file[28] !== 0) throw new Error('not a plain RGBA PNG');
  return { width, height, rgba: unfilter(inflateSync(Buffer.concat(data)), width * 4, height) };
}

/**
 * @param {Uint8Array} raw
 * @param {number} rowBytes
 * @param {number} height
 */
function unfilter(raw, rowBytes, height) {
  const out = new Uint8Array(height * rowBytes);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (rowBytes + 1)];
    for (let x = 0; x < rowBytes; x++) {
      const at = y * rowBytes + x;
      const left = x < 4 ? 0 : out[at - 4];
      const up = y === 0 ? 0 : out[at - rowBytes];
      const upLeft = x < 4 || y === 0 ? 0 : out[at - rowBytes - 4];
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)][filter];
      out[at] = raw[y * (rowBytes + 1) + 1 + x] + guess;
    }
  }
  return out;
}

/** @param {number} left @param {number} up @param {number} upLeft */
function paeth(left, up, upLeft) {
  const guess = left + up - upLeft;
  const [toLeft, toUp, toUpLeft] = [left, up, upLeft].map((value) => Math.abs(guess - value));
  if (toLeft <= toUp && toLeft <= toUpLeft) return left;
  return toUp <= toUpLeft ? up : upLeft;
}
