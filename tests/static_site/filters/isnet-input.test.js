import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isnetInput, MODEL_SIDE_PX } from '../../../static_site/js/filters/isnet-input.js';

const PLANE = MODEL_SIDE_PX * MODEL_SIDE_PX;

/** @param {number[]} rgb  of every pixel */
function flat(...rgb) {
  const rgba = new Uint8ClampedArray(4 * 6);
  for (let at = 0; at < rgba.length; at += 4) rgba.set([...rgb, 255], at);
  return { width: 3, height: 2, rgba };
}

test('a photo becomes planes of red, green and blue, divided by its own brightest value, less a half', () => {
  const tensor = isnetInput(flat(50, 100, 200));
  assert.equal(tensor.length, 3 * PLANE);
  for (const [channel, expected] of [-0.25, 0, 0.5].entries()) {
    const plane = tensor.subarray(channel * PLANE, (channel + 1) * PLANE);
    assert.ok(
      plane.every((value) => value === expected),
      `channel ${channel}`,
    );
  }
});

test('black is no division by zero', () => {
  assert.ok(isnetInput(flat(0, 0, 0)).every((value) => value === -0.5));
});

test('rows stay rows: what is bright at the top is bright in the first rows', () => {
  const { rgba } = flat(0, 0, 0);
  rgba.fill(255, 0, 12);
  const tensor = isnetInput({ width: 3, height: 2, rgba });
  assert.equal(tensor[0], 0.5);
  assert.equal(tensor[MODEL_SIDE_PX - 1], 0.5);
  assert.equal(tensor[PLANE - 1], -0.5);
});
