// Whole-matte adjustments, in a worker.

import { runJob } from '../workers/run-job.js';

/** @import { Matte, Picture } from '../document/picture.js' */
/** @import { JobOptions } from '../document/state.js' */

/**
 * @typedef {{kind: 'grow', radiusPx: number}
 *   | {kind: 'feather', radiusPx: number}
 *   | {kind: 'smooth', radiusPx: number}
 *   | {kind: 'invert'}
 *   | {kind: 'removePart', point: {x: number, y: number}}
 *   | {kind: 'keepPart', point: {x: number, y: number}}
 *   | {kind: 'import', picture: Picture}} Adjustment  radii and points in image pixels; growing by less than zero shrinks
 */

/**
 * The matte is shared with the worker or copied to it, not moved: the page still shows it, and keeps it if cancelled.
 * @param {{matte: Matte, adjustment: Adjustment}} input
 * @param {JobOptions} options
 * @returns {Promise<Matte>} a new matte of the same size
 */
export function adjustMatte(input, options) {
  return runJob(new URL('./adjust-worker.js', import.meta.url), input, options);
}
