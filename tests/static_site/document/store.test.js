import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStore } from '../../../static_site/js/document/store.js';

/** @import { State } from '../../../static_site/js/document/state.js' */

test('the store tells its listener of changes, and only of changes', () => {
  /** @type {State[]} */
  const seen = [];
  const store = createStore((state) => seen.push(state));
  store.dispatch({ type: 'began', run: 1, step: 'read', keepsDocument: false });
  store.dispatch({ type: 'cancelled', run: 7 });
  store.dispatch({ type: 'finished', run: 1, news: { kind: 'copied' } });
  assert.equal(seen.length, 2);
  assert.equal(store.read(), seen[1]);
  assert.deepEqual(store.read().news, { kind: 'copied' });
});
