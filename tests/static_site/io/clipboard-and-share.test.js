import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { Failure } from '../../../static_site/js/document/failure.js';
import { canCopy, copyPng } from '../../../static_site/js/io/clipboard.js';
import { canShare, sharePicture } from '../../../static_site/js/io/share.js';

const PNG = new Blob(['x'], { type: 'image/png' });
const FILE = new File([PNG], 'cat-cutout.png', { type: 'image/png' });
const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');

/** @param {object} navigator @param {boolean} [hasItems] */
function fakeBrowser(navigator, hasItems = true) {
  Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true });
  if (!hasItems) return;
  const ClipboardItem = class {
    /** @param {Record<string, Promise<Blob>>} parts */
    constructor(parts) {
      this.parts = parts;
    }
  };
  Object.assign(globalThis, { ClipboardItem });
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'ClipboardItem');
  if (before) Object.defineProperty(globalThis, 'navigator', before);
  else Reflect.deleteProperty(globalThis, 'navigator');
});

/** @param {any[]} items */
const take = async ([{ parts }]) => void (await parts['image/png']);

test('the clipboard is asked at once, with the picture still in the making: Safari allows it only then', async () => {
  let asked = false;
  const write = (/** @type {any[]} */ items) => {
    asked = true;
    return take(items);
  };
  fakeBrowser({ clipboard: { write } });
  assert.ok(canCopy());
  /** @type {(blob: Blob) => void} */
  let finish = () => {};
  const making = new Promise((resolve) => {
    finish = resolve;
  });
  const copied = copyPng(making);
  assert.ok(asked);
  finish(PNG);
  await copied;
});

test('a picture that could not be made says so itself; a refusal has its own name', async () => {
  fakeBrowser({ clipboard: { write: take } });
  await assert.rejects(copyPng(Promise.reject(new Failure('out_of_memory'))), { message: 'out_of_memory' });
  fakeBrowser({ clipboard: { write: () => Promise.reject(new DOMException('', 'NotAllowedError')) } });
  await assert.rejects(copyPng(Promise.resolve(PNG)), { message: 'copy_refused' });
});

test('a browser that copies no pictures is known before', async () => {
  fakeBrowser({}, false);
  assert.equal(canCopy(), false);
  await assert.rejects(copyPng(Promise.resolve(PNG)), { message: 'copy_unsupported' });
});

test('closing the share sheet is no failure', async () => {
  const share = (/** @type {string} */ name) => ({
    canShare: () => true,
    share: () => Promise.reject(new DOMException('', name)),
  });
  fakeBrowser(share('AbortError'));
  assert.equal(await sharePicture(FILE), false);
  fakeBrowser(share('NotAllowedError'));
  await assert.rejects(sharePicture(FILE), { message: 'share_refused' });
  /** @type {unknown} */
  let shared;
  const accept = async (/** @type {unknown} */ data) => {
    shared = data;
  };
  fakeBrowser({ canShare: () => true, share: accept });
  assert.equal(await sharePicture(FILE), true);
  assert.deepEqual(shared, { files: [FILE] });
});

test('a device that shares no files is known before', async () => {
  fakeBrowser({});
  assert.equal(canShare(FILE), false);
  await assert.rejects(sharePicture(FILE), { message: 'share_unsupported' });
});
