import assert from 'node:assert/strict';
import { test } from 'node:test';
import { growMatte, invertMatte } from '../../../static_site/js/filters/morphology.js';
import { disc, drawMatte, noise } from './drawn.js';

for (const radius of [1, 2, 3, 4, 5, 6, 8, 11, 16, 25, 37, 50]) {
  test(`growing by ${radius} reaches ${radius} pixels to every side, without holes and nearly round`, () => {
    const side = 2 * radius + 9;
    const middle = radius + 4;
    const grown = growMatte(
      drawMatte(side, side, (x, y) => (x === middle + 0.5 && y === middle + 0.5 ? 255 : 0)),
      radius,
    );
    for (let at = 0; at < grown.alpha.length; at++) {
      const [x, y] = [(at % side) - middle, Math.floor(at / side) - middle];
      const distance = Math.hypot(x, y);
      if (distance <= radius * 0.96) assert.equal(grown.alpha[at], 255, `${x}, ${y}`);
      if (distance > radius * 1.06 + 0.5) assert.equal(grown.alpha[at], 0, `${x}, ${y}`);
      if (x === 0 || y === 0) assert.equal(grown.alpha[at], distance <= radius ? 255 : 0, `${x}, ${y}`);
    }
  });
}

test('a soft edge is moved, and stays as soft as it is', () => {
  const ramp = [0, 0, 0, 0, 60, 140, 220, 255, 255, 255];
  const matte = drawMatte(10, 9, (x) => ramp[Math.floor(x)]);
  assert.deepEqual([...growMatte(matte, 2).alpha.subarray(40, 50)], [0, 0, 60, 140, 220, 255, 255, 255, 255, 255]);
  assert.deepEqual([...growMatte(matte, -2).alpha.subarray(40, 50)], [0, 0, 0, 0, 0, 0, 60, 140, 220, 255]);
});

test('growing gives the highest level of the window, shrinking the lowest', () => {
  const random = noise(2);
  const matte = drawMatte(23, 17, () => random() * 255);
  const [grown, shrunk] = [growMatte(matte, 2), growMatte(matte, -2)];
  for (let y = 0; y < 17; y++) {
    for (let x = 0; x < 23; x++) {
      const levels = [];
      for (let row = Math.max(0, y - 2); row <= Math.min(16, y + 2); row++) {
        for (let column = Math.max(0, x - 2); column <= Math.min(22, x + 2); column++) {
          if (Math.abs(row - y) + Math.abs(column - x) < 4) levels.push(matte.alpha[row * 23 + column]);
        }
      }
      assert.equal(grown.alpha[y * 23 + x], Math.max(...levels));
      assert.equal(shrunk.alpha[y * 23 + x], Math.min(...levels));
    }
  }
});

test('a subject that touches the frame is not eaten away from there', () => {
  const matte = drawMatte(20, 12, (x) => (x > 8 ? 255 : 0));
  const { alpha } = growMatte(matte, -3);
  for (let y = 0; y < 12; y++)
    assert.deepEqual([alpha[y * 20 + 10], alpha[y * 20 + 11], alpha[y * 20 + 19]], [0, 255, 255]);
});

test('growing by nothing changes nothing', () => {
  const matte = drawMatte(9, 9, disc(4, 4, 3));
  assert.deepEqual(growMatte(matte, 0), matte);
});

test('inverting twice gives the matte back', () => {
  const matte = drawMatte(9, 9, disc(4, 4, 3, 4));
  assert.equal(invertMatte(matte).alpha[0], 255 - matte.alpha[0]);
  assert.deepEqual(invertMatte(invertMatte(matte)), matte);
});
