import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure, failureFacts } from '../../../static_site/js/document/failure.js';

test('a failure keeps its code and what is known about it', () => {
  assert.deepEqual(failureFacts(new Failure('rate_limited', { retryAfterSeconds: 3 })), {
    code: 'rate_limited',
    retryAfterSeconds: 3,
  });
});

test('an array that does not fit into memory is told as such', () => {
  assert.equal(failureFacts(new RangeError('Array buffer allocation failed')).code, 'out_of_memory');
});

test('anything else that is thrown still becomes a failure with a detail', () => {
  assert.deepEqual(failureFacts(new Error('odd')), { code: 'unexpected', detail: 'odd' });
  assert.deepEqual(failureFacts('text'), { code: 'unexpected', detail: 'text' });
});
