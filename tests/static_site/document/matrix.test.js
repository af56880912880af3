import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apply, invert, multiply } from '../../../static_site/js/document/matrix.js';

/** @type {import('../../../static_site/js/document/matrix.js').Matrix} */
const turnAndMove = [0, 2, -2, 0, 10, 20];

test('the inner transform is applied first', () => {
  const move = /** @type {const} */ ([1, 0, 0, 1, 5, 0]);
  assert.deepEqual(apply(multiply(turnAndMove, move), { x: 1, y: 1 }), apply(turnAndMove, { x: 6, y: 1 }));
});

test('the inverse leads back', () => {
  assert.deepEqual(apply(invert(turnAndMove), apply(turnAndMove, { x: 3, y: 4 })), { x: 3, y: 4 });
});
