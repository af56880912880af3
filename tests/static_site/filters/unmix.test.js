import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unmixGain } from '../../../static_site/js/filters/unmix.js';

test('moved by its gain, a pair of colours explains the photo', () => {
  for (const share of [0, 0.1, 0.5, 0.9, 1]) {
    const [front, back, mixed] = [200, 40, 150];
    const move = (mixed - share * front - (1 - share) * back) * unmixGain(share);
    const explained = share * (front + share * move) + (1 - share) * (back + (1 - share) * move);
    assert.ok(Math.abs(explained - mixed) < 0.3, `${share}: ${explained}`);
  }
});
