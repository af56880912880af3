// PNG's row filters for RGBA: which one suits a row, and applying it. https://www.w3.org/TR/png-3/#9Filters

const PIXEL_BYTES = 4;
const NONE = 0;
const SUB = 1;
const UP = 2;
const AVERAGE = 3;
const PAETH = 4;

/** Every ninth pixel tells enough about a row, at a tenth of the cost; odd, so as not to fall in step with 8x8 blocks. */
const SAMPLE_STEP_BYTES = 9 * PIXEL_BYTES;

/**
 * @param {number} left
 * @param {number} up
 * @param {number} upLeft
 */
function paeth(left, up, upLeft) {
  const toLeft = Math.abs(up - upLeft);
  const toUp = Math.abs(left - upLeft);
  const toUpLeft = Math.abs(left + up - upLeft - upLeft);
  if (toLeft <= toUp && toLeft <= toUpLeft) return left;
  return toUp <= toUpLeft ? up : upLeft;
}

/** Size of a difference that wraps at 256, as PNG's usual heuristic counts it. @param {number} difference */
function cost(difference) {
  const byte = difference & 0xff;
  return byte < 128 ? byte : 256 - byte;
}

/**
 * The filter with the smallest sum of absolute differences over a sample of the row.
 * @param {Uint8Array} row
 * @param {Uint8Array} previous  the row above, zeros above the first
 * @returns {number} 0..4
 */
export function chooseFilter(row, previous) {
  const costs = [0, 0, 0, 0, 0];
  for (let start = PIXEL_BYTES; start < row.length; start += SAMPLE_STEP_BYTES) {
    for (let at = start; at < start + PIXEL_BYTES; at++) {
      const value = row[at];
      const left = row[at - PIXEL_BYTES];
      const up = previous[at];
      costs[NONE] += cost(value);
      costs[SUB] += cost(value - left);
      costs[UP] += cost(value - up);
      costs[AVERAGE] += cost(value - ((left + up) >> 1));
      costs[PAETH] += cost(value - paeth(left, up, previous[at - PIXEL_BYTES]));
    }
  }
  return costs.indexOf(Math.min(...costs));
}

/**
 * @param {number} filter  0..4
 * @param {Uint8Array} row
 * @param {Uint8Array} previous  the row above, zeros above the first
 * @param {Uint8Array} out  receives the filter's number and the filtered row: row.length + 1 bytes
 */
export function filterRow(filter, row, previous, out) {
  out[0] = filter;
  if (filter === NONE) return out.set(row, 1);
  for (let at = 0; at < row.length; at++) {
    const left = at < PIXEL_BYTES ? 0 : row[at - PIXEL_BYTES];
    const up = previous[at];
    let guess = left;
    if (filter === UP) guess = up;
    else if (filter === AVERAGE) guess = (left + up) >> 1;
    else if (filter === PAETH) guess = paeth(left, up, at < PIXEL_BYTES ? 0 : previous[at - PIXEL_BYTES]);
    out[at + 1] = row[at] - guess;
  }
}
