// One connected part of the subject: to be removed, or to be all that is kept.

import { findRuns } from './visible-runs.js';

/** @import { Matte } from '../document/picture.js' */

/** From this alpha on a pixel belongs to the solid core of a part; softer ones are its fringe. */
const CORE_LEVEL = 128;

/** What a pixel belongs to. */
const NOTHING = 0;
const CHOSEN = 1;
const OTHERS = 2;

/**
 * @param {Matte} matte
 * @param {{x: number, y: number}} point  image pixels, may be fractional
 * @returns {Matte} without the part under the point
 */
export function removePart(matte, point) {
  const owners = assignPixels(matte, point);
  return { ...matte, alpha: matte.alpha.map((level, at) => (owners?.[at] === CHOSEN ? 0 : level)) };
}

/**
 * @param {Matte} matte
 * @param {{x: number, y: number}} point  image pixels, may be fractional
 * @returns {Matte} with the part under the point alone; unchanged when there is none
 */
export function keepPart(matte, point) {
  const owners = assignPixels(matte, point);
  return { ...matte, alpha: matte.alpha.map((level, at) => (!owners || owners[at] === CHOSEN ? level : 0)) };
}

/**
 * Tell the part under a point from all others: its 8-connected core, and of the soft pixels those that are nearer to
 * it, along soft pixels, than to another core. A wisp without any core is a part by itself.
 * @param {Matte} matte
 * @param {{x: number, y: number}} point  image pixels, may be fractional
 * @returns {Uint8Array | null} an owner per pixel; null when there is nothing at that point
 */
function assignPixels(matte, point) {
  const { width, height, alpha } = matte;
  const [x, y] = [Math.floor(point.x), Math.floor(point.y)];
  const inside = x >= 0 && y >= 0 && x < width && y < height;
  if (!inside || alpha[y * width + x] === 0) return null;
  const owners = new Uint8Array(alpha.length);
  owners[y * width + x] = CHOSEN;
  const core = spread(matte, owners, [y * width + x], true);
  if (core === undefined) return owners;
  owners.fill(NOTHING);
  const runs = findRuns(matte, CORE_LEVEL);
  const [coreX, coreY] = [core % width, Math.floor(core / width)];
  const clicked = runs.roots.findIndex(
    (_, run) => runs.rows[run] === coreY && runs.starts[run] <= coreX && coreX < runs.ends[run],
  );
  for (let run = 0; run < runs.count; run++) {
    const owner = runs.roots[run] === runs.roots[clicked] ? CHOSEN : OTHERS;
    owners.fill(owner, runs.rows[run] * width + runs.starts[run], runs.rows[run] * width + runs.ends[run]);
  }
  spread(matte, owners, takeRims(matte, owners), false);
  return owners;
}

/**
 * Give each soft pixel that touches a core to that core.
 * @param {Matte} matte
 * @param {Uint8Array} owners  of the cores' pixels
 * @returns {number[]} those soft pixels
 */
function takeRims({ width, height, alpha }, owners) {
  /** @type {number[]} */
  const rims = [];
  for (let at = 0; at < alpha.length; at++) {
    if (alpha[at] === 0 || alpha[at] >= CORE_LEVEL) continue;
    const core = neighbours(at, width, height).find((next) => alpha[next] >= CORE_LEVEL);
    if (core === undefined) continue;
    owners[at] = owners[core];
    rims.push(at);
  }
  return rims;
}

/**
 * Let owners spread along visible pixels that nobody owns yet, ring by ring.
 * @param {Matte} matte
 * @param {Uint8Array} owners  changed in place
 * @param {number[]} queue  pixels to spread from
 * @param {boolean} untilCore  whether to stop at the first pixel of a core
 * @returns {number | undefined} that pixel
 */
function spread({ width, height, alpha }, owners, queue, untilCore) {
  for (let head = 0; head < queue.length; head++) {
    const at = queue[head];
    if (untilCore && alpha[at] >= CORE_LEVEL) return at;
    for (const next of neighbours(at, width, height)) {
      if (owners[next] !== NOTHING || alpha[next] === 0) continue;
      owners[next] = owners[at];
      queue.push(next);
    }
  }
  return undefined;
}

/**
 * @param {number} at
 * @param {number} width
 * @param {number} height
 * @returns {number[]} the pixels around a pixel, up to eight
 */
function neighbours(at, width, height) {
  const x = at % width;
  const y = (at - x) / width;
  const found = [];
  for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
    for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
      if (row !== y || column !== x) found.push(row * width + column);
    }
  }
  return found;
}
