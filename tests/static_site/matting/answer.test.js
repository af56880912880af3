import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFailure, readRetryAfter } from '../../../static_site/js/matting/answer.js';

test('the server’s code and sentence are taken over', async () => {
  const errors = [{ title: 'No subject', code: 'unknown_foreground', detail: 'Nothing stands out.' }];
  const failure = await readFailure(Response.json({ errors }, { status: 400 }));
  assert.deepEqual(failure.facts, { code: 'unknown_foreground', detail: 'Nothing stands out.' });
});

for (const [status, code] of /** @type {[number, string][]} */ ([
  [413, 'file_too_large'],
  [429, 'rate_limited'],
  [500, 'server_failed'],
  [502, 'server_failed'],
  [503, 'warming_up'],
  [504, 'timed_out'],
])) {
  test(`a gateway’s bare ${status} still has a code: ${code}`, async () => {
    for (const body of ['<html>error</html>', '{"message": "x"}', '{"errors": []}', 'null', '']) {
      assert.equal((await readFailure(new Response(body, { status }))).facts.code, code, body);
    }
  });
}

test('Retry-After is read as seconds, and anything else ignored', async () => {
  assert.equal(readRetryAfter(new Headers({ 'Retry-After': '7' })), 7);
  for (const value of ['', '-1', '1.5', 'soon', 'Wed, 21 Oct 2026 07:28:00 GMT', '99999999999']) {
    assert.equal(readRetryAfter(new Headers({ 'Retry-After': value })), undefined, value);
  }
  const response = new Response('', { status: 429, headers: { 'Retry-After': '3' } });
  assert.equal((await readFailure(response)).facts.retryAfterSeconds, 3);
});
