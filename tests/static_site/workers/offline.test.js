import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { forgetSite, keepSite } from '../../../static_site/js/workers/offline.js';

const SITE = new URL('../../../static_site/', import.meta.url);

/** @type {unknown[][]} */
let registered = [];
let unregistered = 0;
const serviceWorker = {
  /** @param {unknown[]} call */
  register: async (...call) => registered.push(call),
  getRegistration: async () => ({ unregister: async () => ++unregistered }),
};
const visit = (/** @type {object} */ navigator) =>
  Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true });

beforeEach(() => {
  registered = [];
  unregistered = 0;
  visit({ serviceWorker });
  mock.method(globalThis, 'fetch', async () => Response.json({ version: '0f1e2d3c', files: {} }));
});
afterEach(() => mock.reset());

test('the service worker is registered for the whole site, in the version that is published now', async () => {
  await keepSite();
  const [[address, options]] = registered;
  assert.equal(address, new URL('service-worker.js?version=0f1e2d3c', SITE).href);
  assert.deepEqual(options, { scope: SITE.pathname, updateViaCache: 'none' });
});

test('a version that is none starts no script', async () => {
  mock.method(globalThis, 'fetch', async () => Response.json({ version: '1&x=//elsewhere' }));
  await keepSite();
  assert.deepEqual(registered, []);
});

test('without a network, or without service workers, the page goes on as it is', async () => {
  mock.method(globalThis, 'fetch', () => Promise.reject(new TypeError('no network')));
  await keepSite();
  visit({});
  await keepSite();
  await forgetSite();
  assert.deepEqual(registered, []);
});

test('forgetting the site removes its service worker and its files, and nothing of others', async () => {
  const names = new Set(['fix-shots-site-1', 'fix-shots-site-2', 'fix-shots-on-device', 'another']);
  Object.assign(globalThis, {
    caches: { keys: async () => [...names], delete: async (/** @type {string} */ name) => names.delete(name) },
  });
  await forgetSite();
  assert.equal(unregistered, 1);
  assert.deepEqual([...names], ['fix-shots-on-device', 'another']);
});

test('forgetting the site while it is still being kept leaves no service worker behind', async () => {
  Object.assign(globalThis, { caches: { keys: async () => [] } });
  /** @type {(response: Response) => void} */
  let answer = () => {};
  const slow = new Promise((resolve) => {
    answer = resolve;
  });
  mock.method(globalThis, 'fetch', () => slow);
  const kept = keepSite();
  const forgotten = forgetSite();
  answer(Response.json({ version: '0f1e2d3c' }));
  await kept;
  assert.equal(registered.length, 1);
  assert.equal(unregistered, 0);
  await forgotten;
  assert.equal(unregistered, 1);
});
