import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PRESETS } from '../../../static_site/js/document/presets.js';

test('every preset names its source and the day it was read', () => {
  assert.equal(new Set(PRESETS.map(({ id }) => id)).size, PRESETS.length);
  for (const { name, rule, source, read } of PRESETS) {
    assert.ok(name && rule);
    assert.match(source, /^https:\/\//);
    assert.match(read, /^\d{4}-\d\d-\d\d$/);
  }
});
