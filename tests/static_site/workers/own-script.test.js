import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requireOwnScript, trustScript } from '../../../static_site/js/workers/own-script.js';

const SITE = new URL('../../../static_site/', import.meta.url);

test('this site’s workers, service worker and onnxruntime’s threads may be started', () => {
  for (const name of [
    'js/io/decode-worker.js',
    'js/matting/on-device-worker.js',
    'service-worker.js?version=0f1e2d3c4b5a6978',
    'vendor/ort-wasm-simd-threaded.0f1e2d3c.mjs',
  ]) {
    const address = new URL(name, SITE);
    assert.equal(requireOwnScript(address.href), address.href);
    assert.equal(trustScript(address), address.href);
  }
});

test('nothing else may be', () => {
  for (const address of [
    'https://elsewhere.example/js/io/decode-worker.js',
    new URL('js/main.js', SITE).href,
    new URL('evil-worker.js', SITE).href,
    new URL('service-worker.js', SITE).href,
    new URL('service-worker.js?version=1&more', SITE).href,
    new URL('vendor/other.mjs', SITE).href,
    `${SITE.href}js/../vendor/evil-worker.js`,
    `${SITE.href}js/io/decode-worker.js?x`,
    'data:text/javascript,1',
    'blob:x',
    '',
  ]) {
    assert.throws(() => requireOwnScript(address), TypeError, address);
  }
});
