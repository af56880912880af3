// Compresses a WebP's transparency without loss, as its ALPH chunk holds it. RFC 9649, 2.7.1.2 and 3.

import { BitWriter } from './bit-writer.js';
import { splitNumber, writeCode, writeNumber } from './vp8l.js';

/** The chunk's first byte: compressed, each level predicted by a gradient. */
const LOSSLESS_GRADIENT = 0b00_00_11_01;

const LEVELS = 256;
const LENGTH_CODES = 24;
const DISTANCE_CODES = 40;

/** A run of fewer levels takes more bits as a copy than by itself, and one of more can't be written. */
const MIN_COPY = 4;
const MAX_COPY = 4096;

/**
 * @param {Uint8Array} alpha  row by row; its values are lost, as they are worked on in place
 * @param {number} width
 * @returns {Uint8Array<ArrayBuffer>} what goes into the chunk
 */
export function compressAlpha(alpha, width) {
  predict(alpha, width);
  const levels = new Uint32Array(LEVELS + LENGTH_CODES);
  const distances = new Uint32Array(DISTANCE_CODES);
  forEachToken(alpha, width, {
    level: (level) => levels[level]++,
    copy: (length, distance) => {
      levels[LEVELS + splitNumber(length).prefix]++;
      distances[splitNumber(distance).prefix]++;
    },
  });
  const bits = new BitWriter();
  bits.write(LOSSLESS_GRADIENT, 8);
  // No transform, no colour cache, one set of codes for the whole picture.
  bits.write(0, 3);
  const levelCode = writeCode(bits, levels);
  // Levels stand where a picture has its green; red, blue and alpha are always 0.
  for (let channel = 0; channel < 3; channel++) writeCode(bits, [1]);
  const distanceCode = writeCode(bits, distances);
  forEachToken(alpha, width, {
    level: (level) => bits.write(levelCode.codes[level], levelCode.lengths[level]),
    copy: (length, distance) => {
      writeNumber(bits, levelCode, LEVELS, length);
      writeNumber(bits, distanceCode, 0, distance);
    },
  });
  return bits.finish();
}

/**
 * Leaves of each level what its neighbours to the left and above do not foretell: nearly always nothing.
 * @param {Uint8Array} alpha
 * @param {number} width
 */
function predict(alpha, width) {
  for (let at = alpha.length - 1; at > 0; at--) {
    if (at < width) {
      alpha[at] -= alpha[at - 1];
    } else if (at % width === 0) {
      alpha[at] -= alpha[at - width];
    } else {
      const gradient = alpha[at - 1] + alpha[at - width] - alpha[at - width - 1];
      alpha[at] -= Math.min(Math.max(gradient, 0), 255);
    }
  }
}

/**
 * Either a level, or a copy of what stands beside or above.
 * @param {Uint8Array} levels
 * @param {number} width
 * @param {{level: (level: number) => void, copy: (length: number, distance: number) => void}} take
 *   distance: 1 above, 2 to the left, 3 above to the left, 4 above to the right
 */
function forEachToken(levels, width, take) {
  const offsets = [width, 1, width + 1, width - 1];
  for (let at = 0; at < levels.length; ) {
    const end = Math.min(at + MAX_COPY, levels.length);
    let length = 0;
    let distance = 0;
    for (let index = 0; index < offsets.length && at + length < end; index++) {
      const offset = offsets[index];
      if (offset < 1 || offset > at) continue;
      let to = at;
      while (to < end && levels[to] === levels[to - offset]) to++;
      if (to - at <= length) continue;
      length = to - at;
      distance = index + 1;
    }
    if (length >= MIN_COPY) take.copy(length, distance);
    else take.level(levels[at]);
    at += length >= MIN_COPY ? length : 1;
  }
}
