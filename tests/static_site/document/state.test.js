import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EMPTY_STATE, reduce } from '../../../static_site/js/document/state.js';
import { INITIAL_TOOLS } from '../../../static_site/js/document/tool-settings.js';
import { makeDocument } from './example.js';

/**
 * @import { Edit } from '../../../static_site/js/document/history.js'
 * @import { Action, State } from '../../../static_site/js/document/state.js'
 */

const cutout = makeDocument();

/** @param {Action[]} actions @returns {State} */
const after = (...actions) => actions.reduce(reduce, EMPTY_STATE);

/** @type {Action} */
const began = { type: 'began', run: 1, step: 'read', keepsDocument: false };
/** @type {Action} */
const composed = { type: 'composed', run: 1, document: cutout };
const moved = { ...cutout.scene, shadow: null };
/** @type {Edit} */
const move = { kind: 'scene', name: 'Move', before: cutout.scene, after: moved, atMs: 0 };

test('a run ends with its cutout and is no longer busy', () => {
  const state = after(began, { type: 'progressed', run: 1, progress: { step: 'compose', fraction: 0.5 } }, composed);
  assert.equal(state.document, cutout);
  assert.equal(state.busy, null);
  assert.deepEqual(state.news, { kind: 'composed' });
});

test('a new photo takes the place of the old cutout and its history; saving keeps them', () => {
  const edited = after(began, composed, { type: 'edited', edit: move });
  const other = reduce(edited, { ...began, run: 2 });
  assert.deepEqual([other.document, other.history, other.unsaved], [null, EMPTY_STATE.history, false]);
  const saving = reduce(edited, { type: 'began', run: 2, step: 'encode', keepsDocument: true });
  assert.deepEqual(reduce(saving, { type: 'cancelled', run: 2 }).history, edited.history);
  assert.equal(saving.document, edited.document);
});

test('the brush stays as it was set when the next photo comes, and the picture is compared first', () => {
  const set = after(began, composed, { type: 'tools', tools: { tab: 'brush', brushPx: 99 } }, { ...began, run: 2 });
  assert.deepEqual(set.tools, { ...INITIAL_TOOLS, brushPx: 99 });
});

test('the late answer of a cancelled or overtaken run changes nothing', () => {
  const second = after(began, { ...began, run: 2 });
  for (const late of /** @type {Action[]} */ ([
    composed,
    { type: 'failed', run: 1, failure: { code: 'timed_out' } },
    { type: 'cancelled', run: 1 },
    { type: 'finished', run: 1 },
    { type: 'progressed', run: 1, progress: { step: 'send' } },
    began,
  ])) {
    assert.equal(reduce(second, late), second);
  }
  const cancelled = after(began, { type: 'cancelled', run: 1 });
  assert.equal(reduce(cancelled, composed), cancelled);
});

test('after a failure or a cancel the page is ready for the next photo, and the failure goes with it', () => {
  const failed = after(began, { type: 'failed', run: 1, failure: { code: 'offline' } });
  assert.deepEqual([failed.busy, failed.failure], [null, { code: 'offline' }]);
  const next = reduce(failed, { ...began, run: 2 });
  assert.deepEqual([next.busy, next.failure, next.news], [{ step: 'read' }, null, { kind: 'nothing' }]);
});

test('an edit of the scene is undone and done again', () => {
  const edited = after(began, composed, { type: 'edited', edit: move });
  assert.equal(edited.document?.scene, moved);
  const undone = reduce(edited, { type: 'undone' });
  assert.equal(undone.document?.scene, cutout.scene);
  assert.deepEqual(undone.news, { kind: 'undone', name: 'Move' });
  const redone = reduce(undone, { type: 'redone' });
  assert.equal(redone.document?.scene, moved);
  assert.deepEqual(redone.history, edited.history);
});

test('an edit of the matte leaves the scene alone', () => {
  const rect = { x: 0, y: 0, width: 1, height: 1 };
  const patch = { rect, before: Uint8Array.of(255), after: Uint8Array.of(0) };
  const edited = after(began, composed, { type: 'edited', edit: { kind: 'matte', name: 'Erase', patch } });
  assert.equal(edited.document, cutout);
  assert.equal(edited.history.past.length, 1);
});

test('where there is nothing to undo, to redo or to edit, nothing changes', () => {
  const fresh = after(began, composed);
  for (const action of /** @type {Action[]} */ ([{ type: 'undone' }, { type: 'redone' }])) {
    assert.equal(reduce(fresh, action), fresh);
  }
  assert.equal(reduce(EMPTY_STATE, { type: 'edited', edit: move }), EMPTY_STATE);
});

test('edits are unsaved until a file is saved or shared; a copy or an export that fails saves nothing', () => {
  const edited = after(began, composed, { type: 'edited', edit: move });
  assert.equal(edited.unsaved, true);
  const saving = reduce(edited, { type: 'began', run: 2, step: 'encode', keepsDocument: true });
  const saved = reduce(saving, { type: 'finished', run: 2, news: { kind: 'saved', fileName: 'a.png', bytes: 5 } });
  assert.equal(saved.unsaved, false);
  assert.equal(reduce(saving, { type: 'finished', run: 2, news: { kind: 'copied' } }).unsaved, true);
  assert.equal(reduce(saving, { type: 'failed', run: 2, failure: { code: 'out_of_memory' } }).unsaved, true);
});
