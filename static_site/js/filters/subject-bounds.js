// Where the subject is.

import { findRuns } from './visible-runs.js';

/** @import { Matte, Rect } from '../document/picture.js' */

/** Below this alpha nobody sees anything. */
const VISIBLE_LEVEL = 8;

/** A part with a smaller share of the largest part's pixels is a speck: it must not push the subject off centre. */
const SPECK_SHARE = 1 / 2000;

/**
 * @param {Matte} matte
 * @returns {Rect | null} image pixels; around all parts but specks; null when there is nothing to be seen
 */
export function subjectBounds(matte) {
  const { count, rows, starts, ends, roots } = findRuns(matte, VISIBLE_LEVEL);
  if (count === 0) return null;
  const areas = new Float64Array(count);
  for (let run = 0; run < count; run++) areas[roots[run]] += ends[run] - starts[run];
  const least = areas.reduce((most, area) => Math.max(most, area), 0) * SPECK_SHARE;
  let [left, top, right, bottom] = [matte.width, matte.height, 0, 0];
  for (let run = 0; run < count; run++) {
    if (areas[roots[run]] < least) continue;
    left = Math.min(left, starts[run]);
    right = Math.max(right, ends[run]);
    top = Math.min(top, rows[run]);
    bottom = rows[run] + 1;
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
