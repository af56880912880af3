// The connected parts of a matte, as runs of pixels: a fraction of the memory that a label for each pixel takes.

/** @import { Matte } from '../document/picture.js' */

/**
 * Horizontal runs of pixels at or above a level, row by row. Runs of the same part have the same root.
 * @typedef {object} Runs
 * @property {number} count
 * @property {Int32Array} rows
 * @property {Int32Array} starts  first column
 * @property {Int32Array} ends  column after the last
 * @property {Int32Array} roots  index of the part's first run
 */

/**
 * Find the runs, and join those that touch, corners included.
 * @param {Matte} matte
 * @param {number} level  lowest alpha that counts
 * @returns {Runs}
 */
export function findRuns({ width, height, alpha }, level) {
  /** @type {Runs} */
  let runs = allocate(1024);
  let above = 0;
  for (let y = 0; y < height; y++) {
    const firstOfRow = runs.count;
    const row = y * width;
    for (let x = 0; x < width; x++) {
      if (alpha[row + x] < level) continue;
      const start = x;
      while (x < width && alpha[row + x] >= level) x++;
      if (runs.count === runs.rows.length) runs = allocate(runs.count * 2, runs);
      runs.rows[runs.count] = y;
      runs.starts[runs.count] = start;
      runs.ends[runs.count] = x;
      runs.roots[runs.count] = runs.count;
      runs.count++;
    }
    joinRows(runs, above, firstOfRow, y);
    above = firstOfRow;
  }
  for (let run = 0; run < runs.count; run++) runs.roots[run] = findRoot(runs.roots, run);
  return runs;
}

/**
 * @param {number} length
 * @param {Runs} [from]  whose runs are taken over
 * @returns {Runs}
 */
function allocate(length, from) {
  const runs = {
    count: from?.count ?? 0,
    rows: new Int32Array(length),
    starts: new Int32Array(length),
    ends: new Int32Array(length),
    roots: new Int32Array(length),
  };
  if (from) for (const key of /** @type {const} */ (['rows', 'starts', 'ends', 'roots'])) runs[key].set(from[key]);
  return runs;
}

/**
 * @param {Runs} runs
 * @param {number} above  first run of the row above, when that row has any
 * @param {number} current  first run of row y
 * @param {number} y
 */
function joinRows({ count, rows, starts, ends, roots }, above, current, y) {
  for (let upper = above, lower = current; upper < current && lower < count; ) {
    if (rows[upper] === y - 1 && starts[upper] <= ends[lower] && starts[lower] <= ends[upper]) {
      const [one, other] = [findRoot(roots, upper), findRoot(roots, lower)];
      roots[Math.max(one, other)] = Math.min(one, other);
    }
    if (ends[upper] < ends[lower]) upper++;
    else lower++;
  }
}

/**
 * @param {Int32Array} roots
 * @param {number} run
 */
function findRoot(roots, run) {
  while (roots[run] !== run) {
    roots[run] = roots[roots[run]];
    run = roots[run];
  }
  return run;
}
