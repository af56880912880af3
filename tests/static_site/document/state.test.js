import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStore, EMPTY_STATE, reduce } from '../../../static_site/js/document/state.js';

/** @import { Action, CutoutDocument, State } from '../../../static_site/js/document/state.js' */

/** @type {CutoutDocument} */
const cutout = {
  fileName: 'cat.jpg',
  original: { width: 1, height: 1, rgba: new Uint8ClampedArray(4) },
  matte: { width: 1, height: 1, alpha: new Uint8Array(1) },
};

/** @param {Action[]} actions @returns {State} */
const after = (...actions) => actions.reduce(reduce, EMPTY_STATE);

/** @type {Action} */
const began = { type: 'began', run: 1, step: 'read', keepsDocument: false };
/** @type {Action} */
const composed = { type: 'composed', run: 1, document: cutout };

test('a run ends with its cutout and is no longer busy', () => {
  const state = after(began, { type: 'progressed', run: 1, progress: { step: 'compose', fraction: 0.5 } }, composed);
  assert.equal(state.document, cutout);
  assert.equal(state.busy, null);
  assert.equal(state.news, 'composed');
});

test('a new photo takes the place of the old cutout; saving keeps it', () => {
  assert.equal(after(began, composed, { ...began, run: 2 }).document, null);
  const saving = after(began, composed, { type: 'began', run: 2, step: 'encode', keepsDocument: true });
  assert.equal(saving.document, cutout);
  assert.equal(reduce(saving, { type: 'cancelled', run: 2 }).document, cutout);
});

test('the late answer of a cancelled or overtaken run changes nothing', () => {
  const second = after(began, { ...began, run: 2 });
  for (const late of /** @type {Action[]} */ ([
    composed,
    { type: 'failed', run: 1, failure: { code: 'timed_out' } },
    { type: 'cancelled', run: 1 },
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
  assert.deepEqual([next.busy, next.failure, next.news], [{ step: 'read' }, null, 'nothing']);
});

test('the store tells its listener of changes, and only of changes', () => {
  /** @type {State[]} */
  const seen = [];
  const store = createStore((state) => seen.push(state));
  store.dispatch(began);
  store.dispatch({ type: 'cancelled', run: 7 });
  store.dispatch({ type: 'saved', run: 1, fileName: 'a.png', bytes: 5 });
  assert.equal(seen.length, 2);
  assert.equal(store.read(), seen[1]);
  assert.deepEqual(store.read().saved, { fileName: 'a.png', bytes: 5 });
});
