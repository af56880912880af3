import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { failureFacts } from '../../../static_site/js/document/failure.js';
import { matte } from '../../../static_site/js/matting/function.js';

/** @import { Progress } from '../../../static_site/js/document/state.js' */

const copy = { blob: new Blob(['jpeg'], { type: 'image/jpeg' }), width: 2, height: 1 };
const refusal = () => Response.json({ errors: [{ code: 'unknown_foreground' }] }, { status: 400 });
const asleep = () => new Response('', { status: 503, headers: { 'Retry-After': '4' } });

/** @type {Progress[]} */
let progress;
/** @type {RequestInit[]} */
let requests;
/** @type {(() => Response | Promise<Response>)[]} */
let answers;

beforeEach(() => {
  progress = [];
  requests = [];
  answers = [];
  mock.method(globalThis, 'fetch', async (/** @type {URL} */ url, /** @type {RequestInit} */ init) => {
    assert.ok(url.href.endsWith('/v1.0/removebg'));
    requests.push(init);
    const answer = answers.shift();
    assert.ok(answer, 'one request too many');
    return answer();
  });
  mock.timers.enable({ apis: ['setTimeout'] });
});

afterEach(() => mock.reset());

/** @param {AbortSignal} [signal] @returns {Promise<string>} the code it fails with */
async function failingCode(signal = new AbortController().signal) {
  try {
    await matte(copy, { signal, onProgress: (now) => progress.push(now) });
  } catch (error) {
    return signal.aborted ? 'aborted' : failureFacts(error).code;
  }
  return 'nothing failed';
}

/** Lets the promises that are ready run, timers excluded. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

test('only the copy is sent: no name, no metadata, four fields, and no credentials', async () => {
  answers.push(refusal);
  assert.equal(await failingCode(), 'unknown_foreground');
  const form = /** @type {FormData} */ (requests[0].body);
  assert.deepEqual([...form.keys()], ['image_file', 'channels', 'size', 'format']);
  const file = /** @type {File} */ (form.get('image_file'));
  assert.deepEqual([file.name, file.type, await file.text()], ['photo', 'image/jpeg', 'jpeg']);
  assert.deepEqual([form.get('channels'), form.get('size'), form.get('format')], ['alpha', 'full', 'png']);
  assert.equal(requests[0].credentials, 'omit');
  assert.deepEqual(requests[0].headers, { Accept: 'image/png' });
});

test('a server that is waking up is waited for as long as it asks, and tried once more', async () => {
  answers.push(asleep, refusal);
  const code = failingCode();
  await settle();
  assert.deepEqual(progress, [{ step: 'send' }, { step: 'wake', seconds: 4 }]);
  mock.timers.tick(3999);
  await settle();
  assert.equal(requests.length, 1);
  mock.timers.tick(1);
  assert.equal(await code, 'unknown_foreground');
  assert.equal(requests.length, 2);
});

test('a server that still sleeps after that is reported, not asked for ever', async () => {
  answers.push(asleep, asleep);
  const code = failingCode();
  await settle();
  mock.timers.tick(4000);
  assert.equal(await code, 'warming_up');
});

test('cancelling while waiting for the server ends the wait, and sends nothing more', async () => {
  answers.push(asleep);
  const controller = new AbortController();
  const code = failingCode(controller.signal);
  await settle();
  controller.abort();
  assert.equal(await code, 'aborted');
  mock.timers.tick(60_000);
  await settle();
  assert.equal(requests.length, 1);
});

test('cancelling reaches the request itself', async () => {
  const controller = new AbortController();
  answers.push(
    () =>
      new Promise((_, reject) => {
        const { signal } = requests[0];
        signal?.addEventListener('abort', () => reject(signal.reason));
      }),
  );
  const code = failingCode(controller.signal);
  await settle();
  controller.abort();
  assert.equal(await code, 'aborted');
});

test('a network that fails is told from a server that refuses', async () => {
  const fail = () => Promise.reject(new TypeError('Failed to fetch'));
  for (const [onLine, expected] of /** @type {[boolean, string][]} */ ([
    [true, 'server_unreachable'],
    [false, 'offline'],
  ])) {
    Object.defineProperty(globalThis, 'navigator', { value: { onLine }, configurable: true });
    answers.push(fail);
    assert.equal(await failingCode(), expected);
  }
});

test('after a few seconds without an answer the page says that the server may be waking up', async () => {
  /** @type {(response: Response) => void} */
  let answer = () => {};
  answers.push(
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  const code = failingCode();
  await settle();
  assert.deepEqual(progress, [{ step: 'send' }]);
  mock.timers.tick(6000);
  assert.deepEqual(progress, [{ step: 'send' }, { step: 'wait' }]);
  answer(refusal());
  assert.equal(await code, 'unknown_foreground');
});
