// Sums of colour times alpha, as resampling makes them, back to straight bytes.

/**
 * @param {Float32Array} sums  per pixel: red, green and blue times alpha, and alpha, 0..255; may overshoot
 * @param {Uint8Array | Uint8ClampedArray} row  receives straight RGBA; zeros where alpha rounds to zero
 */
export function writeStraightRow(sums, row) {
  for (let at = 0; at < sums.length; at += 4) {
    const alpha = sums[at + 3];
    if (alpha < 0.5) {
      row[at] = row[at + 1] = row[at + 2] = row[at + 3] = 0;
      continue;
    }
    row[at] = toByte(sums[at] / alpha);
    row[at + 1] = toByte(sums[at + 1] / alpha);
    row[at + 2] = toByte(sums[at + 2] / alpha);
    row[at + 3] = toByte(alpha);
  }
}

/** Rounded here: one kind of row would cut the fraction off, the other would round it. @param {number} level */
function toByte(level) {
  return level <= 0 ? 0 : level >= 255 ? 255 : (level + 0.5) | 0;
}
