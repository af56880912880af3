// Linear functions of colour that were fitted at a small size, applied at the full one.

/** @typedef {{first: Uint32Array, second: Uint32Array, weight: Float32Array}} Samples  as placeSamples gives them */

/**
 * The function at a place between four cells, which is their bilinear mean, of the colour there.
 * @param {Float32Array} lines  per cell: slopes for red, green and blue, and the offset
 * @param {number} width  cells in a row
 * @param {Samples} columns
 * @param {Samples} rows
 * @param {number} x  full-size pixels
 * @param {number} y  full-size pixels
 * @param {Uint8ClampedArray} rgba
 * @param {number} from  where the colour stands in it
 */
export function evaluateLines(lines, width, columns, rows, x, y, rgba, from) {
  const upper = rows.first[y] * width;
  const lower = rows.second[y] * width;
  const topLeft = (upper + columns.first[x]) * 4;
  const topRight = (upper + columns.second[x]) * 4;
  const bottomLeft = (lower + columns.first[x]) * 4;
  const bottomRight = (lower + columns.second[x]) * 4;
  const r = rgba[from];
  const g = rgba[from + 1];
  const b = rgba[from + 2];
  const across = columns.weight[x];
  const top =
    (lines[topLeft] * r + lines[topLeft + 1] * g + lines[topLeft + 2] * b + lines[topLeft + 3]) * (1 - across) +
    (lines[topRight] * r + lines[topRight + 1] * g + lines[topRight + 2] * b + lines[topRight + 3]) * across;
  const bottom =
    (lines[bottomLeft] * r + lines[bottomLeft + 1] * g + lines[bottomLeft + 2] * b + lines[bottomLeft + 3]) *
      (1 - across) +
    (lines[bottomRight] * r + lines[bottomRight + 1] * g + lines[bottomRight + 2] * b + lines[bottomRight + 3]) *
      across;
  return top + (bottom - top) * rows.weight[y];
}
