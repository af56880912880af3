import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EMPTY_HISTORY, record, stepBack, stepForward } from '../../../static_site/js/document/history.js';
import { initialScene } from '../../../static_site/js/document/scene.js';

/** @import { Edit } from '../../../static_site/js/document/history.js' */

/** @param {string} name @param {number} bytes @returns {Edit} */
const paint = (name, bytes) => ({
  kind: 'matte',
  name,
  patch: {
    rect: { x: 0, y: 0, width: bytes / 2, height: 1 },
    before: new Uint8Array(bytes / 2),
    after: new Uint8Array(bytes / 2),
  },
});

const scenes = Array.from({ length: 4 }, () => initialScene({ width: 1, height: 1 }));
/** @param {number} from @param {number} atMs @returns {Edit} */
const pull = (from, atMs, name = 'Blur') => ({
  kind: 'scene',
  name,
  before: scenes[from],
  after: scenes[from + 1],
  atMs,
});

const names = (/** @type {readonly Edit[]} */ edits) => edits.map(({ name }) => name);

test('what was undone can be done again, until something else is done', () => {
  const two = record(record(EMPTY_HISTORY, paint('a', 2)), paint('b', 2));
  const back = stepBack(two);
  assert.deepEqual([names(back.past), names(back.future)], [['a'], ['b']]);
  assert.deepEqual(stepForward(back), two);
  const other = record(back, paint('c', 2));
  assert.deepEqual([names(other.past), names(other.future)], [['a', 'c'], []]);
});

test('the oldest edits go when the budget of bytes is used up, and not before', () => {
  let history = EMPTY_HISTORY;
  for (const name of ['a', 'b', 'c']) history = record(history, paint(name, 40), 120);
  assert.deepEqual(names(history.past), ['a', 'b', 'c']);
  assert.deepEqual(names(record(history, paint('d', 60), 120).past), ['c', 'd']);
});

test('the newest edit can be undone whatever its size', () => {
  assert.deepEqual(names(record(record(EMPTY_HISTORY, paint('a', 40), 10), paint('b', 80), 10).past), ['b']);
});

test('the many values of one pull of a slider are one edit', () => {
  const history = record(record(EMPTY_HISTORY, pull(0, 0)), pull(1, 700));
  assert.equal(history.past.length, 1);
  const [edit] = history.past;
  assert.ok(edit.kind === 'scene' && edit.before === scenes[0] && edit.after === scenes[2]);
});

test('a pause, another control or another edit in between begins a new edit', () => {
  const first = record(EMPTY_HISTORY, pull(0, 0));
  assert.equal(record(first, pull(1, 900)).past.length, 2);
  assert.equal(record(first, pull(1, 10, 'Opacity')).past.length, 2);
  assert.equal(record(first, pull(2, 10)).past.length, 2);
  assert.equal(record(record(first, paint('a', 2)), pull(1, 20)).past.length, 3);
});
