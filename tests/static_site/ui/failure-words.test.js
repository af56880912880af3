import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { failureWords } from '../../../static_site/js/ui/failure-words.js';

const JS = new URL('../../../static_site/js/', import.meta.url);

/** @param {string} code */
const isKnown = (code) => !failureWords({ code }).what.startsWith('The background could not be removed');

test('every code that the page itself throws has words of its own', async () => {
  const files = (await readdir(JS, { recursive: true })).filter((file) => file.endsWith('.js'));
  const codes = new Set();
  for (const file of files) {
    const source = await readFile(new URL(file, JS), 'utf8');
    for (const [, code] of source.matchAll(/(?:new Failure|refuse)\('(\w+)'/g)) codes.add(code);
    for (const [, code] of source.matchAll(/\[(?:'[\w/]*'|\d{3}), '(\w+_\w+)'\]/g)) codes.add(code);
  }
  assert.ok(codes.size >= 15, `found only ${[...codes]}`);
  for (const code of codes) assert.ok(isKnown(code), `no words for ${code}`);
});

test('so has every code that the function answers to a picture sent by the page', () => {
  for (const code of [
    'unknown_foreground',
    'failed_to_read_image',
    'invalid_file_type',
    'invalid_dimensions',
    'file_too_large',
    'resolution_too_high',
    'result_too_large',
    'warming_up',
  ]) {
    assert.ok(isKnown(code), `no words for ${code}`);
  }
});

test('an unknown code gets a general sentence with the server’s own detail, and one full stop', () => {
  assert.equal(
    failureWords({ code: 'brand_new', detail: 'The moon is full.' }).what,
    'The background could not be removed: The moon is full.',
  );
  assert.equal(failureWords({ code: 'brand_new' }).what, 'The background could not be removed (brand_new).');
});

test('a code cannot reach into the table’s prototype', () => {
  assert.equal(typeof failureWords({ code: 'constructor' }).what, 'string');
});

test('a server that names a time is quoted with it', () => {
  assert.match(failureWords({ code: 'rate_limited', retryAfterSeconds: 7 }).toDo, /in 7 seconds/);
  assert.match(failureWords({ code: 'rate_limited', retryAfterSeconds: 1 }).toDo, /in 1 second\./);
  assert.match(failureWords({ code: 'warming_up', retryAfterSeconds: 600 }).toDo, /in 10 minutes/);
});

test('a size that would work is told', () => {
  const { toDo } = failureWords({ code: 'canvas_too_large', largest: { width: 4096, height: 4095 } });
  assert.match(toDo, /4096 × 4095/);
});

test('what the person can do is always said', () => {
  for (const code of ['heic_unsupported', 'tiff_unsupported']) assert.match(failureWords({ code }).toDo, /JPEG/);
  for (const code of ['offline', 'out_of_memory', 'odd']) assert.ok(failureWords({ code }).toDo.length > 10);
});
