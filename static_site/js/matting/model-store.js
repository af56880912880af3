// Keeps what on-device matting has downloaded in the Cache API, checks it each time it is read, and deletes it.

import { Failure } from '../document/failure.js';
import { SITE } from '../workers/own-script.js';

/**
 * A file below vendor/, named by its hash: another version has another address. infra/on_device.py lists them.
 * @typedef {{file: string, bytes: number, sha256: string}} Part
 */

/** The one cache that this engine has; there is none before the first part was kept. */
export const CACHE_NAME = 'fix-shots-on-device';

/** @param {Part} part */
export const addressOf = (part) => new URL(`vendor/${part.file}`, SITE);

/**
 * Give a part, from the cache when it is there and intact, else from the site.
 * @param {Part} part
 * @param {(bytes: number) => void} onBytes  how much of a download has come; not called when nothing is downloaded
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function takePart(part, onBytes) {
  const kept = await readKept(part);
  if (kept) return kept;
  const bytes = await download(part, onBytes);
  await keep(part, bytes);
  return bytes;
}

/** @returns {Promise<boolean>} whether the model is on this device */
export async function isModelKept() {
  const cache = await openCache();
  return Boolean(cache && (await cache.keys()).some(({ url }) => url.endsWith('.onnx')));
}

/**
 * Forget what an earlier version of the site has kept.
 * @param {Part[]} parts  what this version may use
 */
export async function forgetOthers(parts) {
  const used = new Set(parts.map((part) => addressOf(part).href));
  const cache = await openCache();
  for (const request of (await cache?.keys()) ?? []) if (!used.has(request.url)) await cache?.delete(request);
}

/** Delete all that was kept. */
export async function forgetModel() {
  if (await openCache()) await caches.delete(CACHE_NAME);
}

/**
 * Some browsers have no caches in private windows, or refuse them.
 * @param {boolean} [make]
 * @returns {Promise<Cache | null>} null as well when there is none yet and none is to be made
 */
async function openCache(make = false) {
  try {
    return make || (await caches.has(CACHE_NAME)) ? await caches.open(CACHE_NAME) : null;
  } catch {
    return null;
  }
}

/**
 * @param {Part} part
 * @returns {Promise<Uint8Array<ArrayBuffer> | null>} null when it is not there, or was damaged and is deleted now
 */
async function readKept(part) {
  const cache = await openCache();
  const response = await cache?.match(addressOf(part));
  if (!cache || !response) return null;
  const bytes = new Uint8Array(await response.arrayBuffer().catch(() => new ArrayBuffer(0)));
  if (await isIntact(part, bytes)) return bytes;
  await cache.delete(addressOf(part));
  return null;
}

/**
 * A device without room for it still gets its matte; the next visit downloads again.
 * @param {Part} part
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
async function keep(part, bytes) {
  const cache = await openCache(true);
  const headers = { 'Content-Type': 'application/octet-stream', 'Content-Length': String(bytes.length) };
  await cache?.put(addressOf(part), new Response(bytes, { headers })).catch(() => {});
}

/**
 * @param {Part} part
 * @param {(bytes: number) => void} onBytes
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
async function download(part, onBytes) {
  const bytes = new Uint8Array(part.bytes);
  let length = 0;
  try {
    // Not into the browser's own cache as well: what is deleted here has to be gone.
    const response = await fetch(addressOf(part), { cache: 'no-store', credentials: 'omit' });
    if (!response.ok || !response.body) throw new Failure('model_not_loaded');
    const reader = response.body.getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      if (length + read.value.length > bytes.length) throw new Failure('model_damaged');
      bytes.set(read.value, length);
      length += read.value.length;
      onBytes(length);
    }
  } catch (error) {
    // fetch says no more than 'TypeError' about a network that failed.
    if (error instanceof TypeError) throw new Failure(navigator.onLine ? 'model_not_loaded' : 'offline');
    throw error;
  }
  if (!(await isIntact(part, bytes))) throw new Failure('model_damaged');
  return bytes;
}

/**
 * @param {Part} part
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
async function isIntact(part, bytes) {
  if (bytes.length !== part.bytes) return false;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') === part.sha256;
}
