import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SHORTCUTS } from '../../../static_site/js/document/shortcuts.js';

test('no key means two things', () => {
  const keys = SHORTCUTS.flatMap((shortcut) => shortcut.keys);
  assert.equal(new Set(keys).size, keys.length);
});
