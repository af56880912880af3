// A picture without its transparency, for formats with loss: what is hidden takes the colours beside it.

/** @import { PixelRows } from './pixel-rows.js' */

/** VP8 keeps colours in blocks of this size, so what is hidden in one tells on what is seen there. */
const BLOCK_PX = 16;
const BLOCK_SHIFT = Math.log2(BLOCK_PX);

/**
 * A row of blocks, and the sums of each: red, green and blue times alpha, and alpha.
 * @typedef {{pixels: Uint8Array, sums: Float64Array}} Band
 */

/**
 * Without this the border of a subject would take on some of the black behind it. A hidden pixel gets the mean colour
 * of its block, or of the blocks around; further away all is black, so that nothing is told of what was there.
 * @param {Pick<PixelRows, 'width' | 'height' | 'writeRow'>} rows  with colours of 0 wherever alpha is 0
 * @returns {Pick<PixelRows, 'width' | 'height' | 'writeRow'> & {alpha: Uint8Array}}
 *   opaque; its rows are read from top to bottom; alpha: width * height values, all there when the last row is
 */
export function bleedColours({ width, height, writeRow }) {
  const alpha = new Uint8Array(width * height);
  const columns = Math.ceil(width / BLOCK_PX);

  /** @param {Band} band @param {number} top  of the picture or beyond */
  const readBand = ({ pixels, sums }, top) => {
    sums.fill(0);
    for (let y = Math.max(top, 0); y < Math.min(top + BLOCK_PX, height); y++) {
      const row = pixels.subarray((y - top) * width * 4, (y - top + 1) * width * 4);
      writeRow(y, row);
      for (let x = 0, at = 0; x < width; x++, at += 4) {
        const level = row[at + 3];
        alpha[y * width + x] = level;
        if (level > 0) addColour(sums, (x >> BLOCK_SHIFT) * 4, row, at, level);
      }
    }
  };

  // Always the same three: new ones would pile up until somebody collects them.
  let [above, current, below] = Array.from({ length: 3 }, () => ({
    pixels: new Uint8Array(width * BLOCK_PX * 4),
    sums: new Float64Array(columns * 4),
  }));
  /** @type {Uint8Array} */
  let fills;

  return {
    width,
    height,
    alpha,
    writeRow(y, row) {
      if (y % BLOCK_PX === 0) {
        if (y === 0) {
          readBand(current, -BLOCK_PX);
          readBand(below, 0);
        }
        [above, current, below] = [current, below, above];
        readBand(below, y + BLOCK_PX);
        fills = chooseFills([above.sums, current.sums, below.sums]);
      }
      const start = (y % BLOCK_PX) * width * 4;
      row.set(current.pixels.subarray(start, start + width * 4));
      for (let x = 0, at = 0; x < width; x++, at += 4) {
        if (row[at + 3] === 0) {
          const from = (x >> BLOCK_SHIFT) * 3;
          row[at] = fills[from];
          row[at + 1] = fills[from + 1];
          row[at + 2] = fills[from + 2];
        }
        row[at + 3] = 255;
      }
    },
  };
}

/**
 * @param {Float64Array} sums
 * @param {number} to
 * @param {Uint8Array} row  RGBA
 * @param {number} from
 * @param {number} weight
 */
function addColour(sums, to, row, from, weight) {
  sums[to] += row[from] * weight;
  sums[to + 1] += row[from + 1] * weight;
  sums[to + 2] += row[from + 2] * weight;
  sums[to + 3] += weight;
}

/**
 * @param {Float64Array[]} bands  sums of three bands' blocks
 * @returns {Uint8Array} red, green and blue for each block of the middle one
 */
function chooseFills(bands) {
  const [, current] = bands;
  const columns = current.length / 4;
  const fills = new Uint8Array(columns * 3);
  for (let column = 0; column < columns; column++) {
    const own = current.subarray(column * 4, column * 4 + 4);
    const [red, green, blue, weight] = own[3] > 0 ? own : sumAround(bands, column);
    if (weight > 0) fills.set([red / weight, green / weight, blue / weight].map(Math.round), column * 3);
  }
  return fills;
}

/**
 * @param {Float64Array[]} bands  sums of their blocks
 * @param {number} column
 * @returns {Float64Array} of the block itself and its eight neighbours
 */
function sumAround(bands, column) {
  const sum = new Float64Array(4);
  for (const sums of bands) {
    const around = sums.subarray(Math.max(column - 1, 0) * 4, (column + 2) * 4);
    for (let at = 0; at < around.length; at++) sum[at % 4] += around[at];
  }
  return sum;
}
