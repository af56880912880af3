// Which parts of a picture are nothing but white, in the blocks in which JPEG keeps its colours.

/** Colours are kept at half the size, in blocks of 8 x 8. */
const BLOCK_PX = 16;

const WHITE = 0xffffffff;

/**
 * @param {number} width
 * @param {number} height
 */
export function createWhiteBlocks(width, height) {
  const columns = Math.ceil(width / BLOCK_PX);
  const rows = Math.ceil(height / BLOCK_PX);
  const white = new Uint8Array(columns * rows).fill(1);

  /** @param {number} column @param {number} row */
  const isWhite = (column, row) =>
    column < 0 || row < 0 || column >= columns || row >= rows || white[row * columns + column] === 1;
  /** @param {number} column @param {number} row */
  const isFree = (column, row) =>
    [-1, 0, 1].every((down) => [-1, 0, 1].every((across) => isWhite(column + across, row + down)));

  return {
    /**
     * @param {number} y
     * @param {Uint8Array | Uint8ClampedArray} row  RGBA
     */
    addRow(y, row) {
      const pixels = new Uint32Array(row.buffer, row.byteOffset, width);
      const first = Math.floor(y / BLOCK_PX) * columns;
      for (let x = 0; x < width; x++) if (pixels[x] !== WHITE) white[first + Math.floor(x / BLOCK_PX)] = 0;
    },
    /**
     * Whether a decoded row is white wherever the subject is out of reach: a decoder smooths colours across the border
     * of a block, so those beside a block that is not white are not counted.
     * @param {number} y
     * @param {Uint8Array | Uint8ClampedArray} row  RGBA
     */
    holds(y, row) {
      const pixels = new Uint32Array(row.buffer, row.byteOffset, width);
      const blockRow = Math.floor(y / BLOCK_PX);
      for (let column = 0; column < columns; column++) {
        if (!isFree(column, blockRow)) continue;
        const end = Math.min((column + 1) * BLOCK_PX, width);
        for (let x = column * BLOCK_PX; x < end; x++) if (pixels[x] !== WHITE) return false;
      }
      return true;
    },
    /** Whether there is any block whose white can be asked for. */
    any: () => white.includes(1),
  };
}
