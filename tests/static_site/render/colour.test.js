import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseColour } from '../../../static_site/js/render/colour.js';

test('a colour as pages write it', () => {
  assert.deepEqual(parseColour('#fF8000'), [255, 128, 0]);
});

test('anything else is refused', () => {
  for (const colour of ['red', '#fff', '#12345', '#1234567', 'ffffff', '#gggggg']) {
    assert.throws(() => parseColour(colour), TypeError);
  }
});
