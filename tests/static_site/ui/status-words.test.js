import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { EMPTY_STATE } from '../../../static_site/js/document/state.js';
import { formatBytes, IDLE_WORDS, statusWords } from '../../../static_site/js/ui/status-words.js';
import { makeDocument } from '../document/example.js';

/** @import { Step } from '../../../static_site/js/document/state.js' */

const document = makeDocument(4000, 3000);

test('each step has words of its own', () => {
  /** @type {Step[]} */
  const steps = [
    'read',
    'copy',
    'send',
    'wait',
    'wake',
    'fetch-model',
    'start-model',
    'infer',
    'compose',
    'adjust',
    'encode',
  ];
  assert.equal(new Set(steps.map((step) => statusWords({ ...EMPTY_STATE, busy: { step } }))).size, steps.length);
});

test('the words stay the same while a step advances, so that they are read aloud once', () => {
  const at = (/** @type {number} */ fraction) => statusWords({ ...EMPTY_STATE, busy: { step: 'encode', fraction } });
  assert.equal(at(0.1), at(0.9));
});

test('a retry says when', () => {
  assert.match(statusWords({ ...EMPTY_STATE, busy: { step: 'wake', seconds: 4 } }), /again in 4 s/);
});

test('the result is told with its size, a file with its name and size', () => {
  assert.equal(statusWords({ ...EMPTY_STATE, document, news: { kind: 'composed' } }), 'Done: 4000 × 3000 pixels.');
  const news = /** @type {const} */ ({ kind: 'saved', fileName: 'a-cutout.png', bytes: 6_512_345 });
  assert.equal(statusWords({ ...EMPTY_STATE, document, news }), 'Saved as a-cutout.png, 6.5 MB.');
});

test('what was done, undone and done again is said', () => {
  const say = (/** @type {'edited' | 'undone' | 'redone'} */ kind) =>
    statusWords({ ...EMPTY_STATE, document, news: { kind, name: 'Erase' } });
  assert.deepEqual(
    [say('edited'), say('undone'), say('redone')],
    ['Erase: done.', 'Undone: erase.', 'Done again: erase.'],
  );
  assert.match(statusWords({ ...EMPTY_STATE, document, news: { kind: 'copied' } }), /Copied/);
  assert.match(statusWords({ ...EMPTY_STATE, document, news: { kind: 'shared' } }), /Shared/);
});

test('a cancel says what is left', () => {
  assert.match(statusWords({ ...EMPTY_STATE, news: { kind: 'cancelled' } }), /Ready/);
  assert.match(statusWords({ ...EMPTY_STATE, news: { kind: 'cancelled' }, document }), /still here/);
});

test('a failure is left to the notice', () => {
  assert.equal(statusWords({ ...EMPTY_STATE, failure: { code: 'offline' } }), '');
});

test('the page begins with the words of the empty state', async () => {
  const page = await readFile(new URL('../../../static_site/index.html', import.meta.url), 'utf8');
  assert.ok(page.includes(`>${IDLE_WORDS}<`));
  assert.equal(statusWords(EMPTY_STATE), IDLE_WORDS);
});

test('file sizes are told in decimal units', () => {
  assert.deepEqual([999, 1000, 123_456, 999_999, 8_200_000].map(formatBytes), [
    '999 bytes',
    '1 kB',
    '123 kB',
    '1000 kB',
    '8.2 MB',
  ]);
});
