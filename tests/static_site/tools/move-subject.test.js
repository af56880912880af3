import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initialScene } from '../../../static_site/js/document/scene.js';
import { beginMove } from '../../../static_site/js/tools/move-subject.js';

const scene = initialScene({ width: 100, height: 80 });

test('the subject follows the pointer by whole pixels, so that it need not be resampled', () => {
  /** @type {number[]} */
  const seen = [];
  const gesture = beginMove({ x: 10, y: 10 }, scene, ({ placement }) => seen.push(placement.x));
  gesture.move({ x: 15.4, y: 8.6 });
  const moved = gesture.commit();
  assert.deepEqual([moved?.placement.x, moved?.placement.y], [55, 39]);
  assert.deepEqual(seen, [55]);
});

test('a click without a drag moves nothing; a cancelled drag goes back', () => {
  /** @type {unknown[]} */
  const seen = [];
  const gesture = beginMove({ x: 0, y: 0 }, scene, (shown) => seen.push(shown));
  assert.equal(gesture.commit(), null);
  gesture.move({ x: 30, y: 30 });
  gesture.cancel();
  assert.equal(seen.at(-1), scene);
});
