// What can be undone and redone: immutable lists of edits, the oldest dropped when they fill their budget of bytes.

/**
 * @import { MattePatch } from './matte-patch.js'
 * @import { Scene } from './scene.js'
 */

/**
 * One gesture, one edit.
 * @typedef {{kind: 'matte', name: string, patch: MattePatch}
 *   | {kind: 'scene', name: string, before: Scene, after: Scene, atMs: number}} Edit
 *   name: what was done, as a person says it ('Erase'); atMs: when it was last added to
 */

/**
 * @typedef {object} History
 * @property {readonly Edit[]} past  oldest first
 * @property {readonly Edit[]} future  next to redo first
 */

/** @type {History} */
export const EMPTY_HISTORY = { past: [], future: [] };

/** Two whole mattes of 12 megapixels and many strokes; a photo, its matte and this stay far below 500 MB. */
export const HISTORY_BYTES = 96 * 1024 * 1024;

/** A slider sends many values: those of one pull become one edit. */
const SAME_PULL_MS = 800;

/** @param {Edit} edit */
const bytesOf = (edit) => (edit.kind === 'matte' ? edit.patch.before.length + edit.patch.after.length : 1024);

/**
 * @param {History} history
 * @param {Edit} edit  just done
 * @param {number} [budgetBytes]
 * @returns {History} with the edit as the newest, which is kept whatever its size, and nothing to redo
 */
export function record(history, edit, budgetBytes = HISTORY_BYTES) {
  const merged = mergePull(history.past.at(-1), edit);
  if (merged) return { past: [...history.past.slice(0, -1), merged], future: [] };
  const past = [...history.past, edit];
  let bytes = past.reduce((sum, each) => sum + bytesOf(each), 0);
  let first = 0;
  while (bytes > budgetBytes && first < past.length - 1) bytes -= bytesOf(past[first++]);
  return { past: past.slice(first), future: [] };
}

/**
 * @param {Edit | undefined} newest
 * @param {Edit} edit
 * @returns {Edit | null} both as one, when they are of the same pull
 */
function mergePull(newest, edit) {
  if (newest?.kind !== 'scene' || edit.kind !== 'scene' || newest.name !== edit.name) return null;
  if (newest.after !== edit.before || edit.atMs - newest.atMs >= SAME_PULL_MS) return null;
  return { ...edit, before: newest.before };
}

/**
 * @param {History} history  with something to undo
 * @returns {History}
 */
export function stepBack({ past, future }) {
  return { past: past.slice(0, -1), future: [past[past.length - 1], ...future] };
}

/**
 * @param {History} history  with something to redo
 * @returns {History}
 */
export function stepForward({ past, future }) {
  return { past: [...past, future[0]], future: future.slice(1) };
}
