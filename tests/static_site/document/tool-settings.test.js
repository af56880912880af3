import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MAX_BRUSH_PX, MIN_BRUSH_PX, stepBrush } from '../../../static_site/js/document/tool-settings.js';

test('every step makes the brush larger or smaller, up to its bounds', () => {
  let size = MIN_BRUSH_PX;
  while (size < MAX_BRUSH_PX) {
    const next = stepBrush(size, 1);
    assert.ok(next > size);
    assert.ok(stepBrush(next, -1) < next);
    size = next;
  }
  assert.equal(stepBrush(MAX_BRUSH_PX, 1), MAX_BRUSH_PX);
  assert.equal(stepBrush(MIN_BRUSH_PX, -1), MIN_BRUSH_PX);
});
