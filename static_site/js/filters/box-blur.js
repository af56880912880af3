// Sums and means over square windows, as fast for large ones as for small: what blurs and guided filters are made of.

/** @typedef {Uint8Array | Uint32Array | Float32Array} Plane  width * height values */

/**
 * Sum of the window around each pixel; windows end at the border. Exact for whole numbers, so that a part of a
 * plane gives the same sums as the whole.
 * @param {Plane} plane
 * @param {number} width
 * @param {number} height
 * @param {number} radius  pixels on each side of the middle one
 * @param {Uint32Array | Float32Array} sums  receives width * height values; not the plane itself
 */
export function boxSums(plane, width, height, radius, sums) {
  slideWindow(plane, width, height, radius, (y, row) => sums.set(row, y * width));
}

/**
 * Mean of the window around each pixel, rounded when it is written to bytes.
 * @param {Plane} plane
 * @param {number} width
 * @param {number} height
 * @param {number} radius  pixels on each side of the middle one
 * @param {Uint8Array | Float32Array} means  receives width * height values; not the plane itself
 */
export function boxMeans(plane, width, height, radius, means) {
  const across = boxSpans(width, radius);
  const down = boxSpans(height, radius);
  const rounding = means instanceof Uint8Array ? 0.5 : 0;
  slideWindow(plane, width, height, radius, (y, row) => {
    for (let x = 0, at = y * width; x < width; x++, at++) means[at] = row[x] / (across[x] * down[y]) + rounding;
  });
}

/**
 * How many pixels the window around each place of one axis covers.
 * @param {number} length
 * @param {number} radius
 * @returns {Uint32Array}
 */
export function boxSpans(length, radius) {
  const spans = new Uint32Array(length);
  for (let at = 0; at < length; at++) spans[at] = Math.min(at + radius, length - 1) - Math.max(at - radius, 0) + 1;
  return spans;
}

/**
 * @param {Plane} plane
 * @param {number} width
 * @param {number} height
 * @param {number} radius
 * @param {(y: number, sums: Float64Array) => void} finishRow
 */
function slideWindow(plane, width, height, radius, finishRow) {
  // Doubles hold whole numbers up to 2^53: what is added for a row is taken away again without a trace.
  const columns = new Float64Array(width);
  const sums = new Float64Array(width);
  for (let row = 0; row < Math.min(radius, height); row++) addRow(plane, row * width, columns);
  for (let y = 0; y < height; y++) {
    if (y + radius < height) addRow(plane, (y + radius) * width, columns);
    if (y - radius - 1 >= 0) subtractRow(plane, (y - radius - 1) * width, columns);
    let sum = 0;
    for (let x = 0; x < Math.min(radius, width); x++) sum += columns[x];
    for (let x = 0; x < width; x++) {
      if (x + radius < width) sum += columns[x + radius];
      if (x - radius - 1 >= 0) sum -= columns[x - radius - 1];
      sums[x] = sum;
    }
    finishRow(y, sums);
  }
}

/** @param {Plane} plane @param {number} start @param {Float64Array} columns */
function addRow(plane, start, columns) {
  for (let x = 0; x < columns.length; x++) columns[x] += plane[start + x];
}

/** @param {Plane} plane @param {number} start @param {Float64Array} columns */
function subtractRow(plane, start, columns) {
  for (let x = 0; x < columns.length; x++) columns[x] -= plane[start + x];
}
