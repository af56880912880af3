import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { allocateShared, movable } from '../../../static_site/js/workers/shared-memory.js';

/** @param {boolean} isolated */
const setIsolated = (isolated) => Object.assign(globalThis, { crossOriginIsolated: isolated });

afterEach(() => Reflect.deleteProperty(globalThis, 'crossOriginIsolated'));

test('on an isolated page pixels are shared, and stay where they are when a message is sent', () => {
  setIsolated(true);
  const shared = allocateShared(8);
  const own = new ArrayBuffer(8);
  assert.ok(shared instanceof SharedArrayBuffer);
  assert.equal(shared.byteLength, 8);
  assert.deepEqual(movable([shared, own]), [own]);
});

test('elsewhere pixels move', () => {
  setIsolated(false);
  const own = allocateShared(8);
  assert.ok(own instanceof ArrayBuffer);
  assert.deepEqual(movable([own]), [own]);
});

test('a browser that is isolated, but does not know shared memory by name, gets along', () => {
  setIsolated(true);
  const known = globalThis.SharedArrayBuffer;
  Reflect.deleteProperty(globalThis, 'SharedArrayBuffer');
  try {
    const own = allocateShared(8);
    assert.deepEqual(movable([own]), [own]);
  } finally {
    Object.assign(globalThis, { SharedArrayBuffer: known });
  }
});
