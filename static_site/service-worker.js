// Service worker: the site's own files from the network, and from a kept set of them when there is none.
//
// It comes with the model, never before. Whoever is online always gets what is published now; the kept files are of
// one version, verified by their hashes, and replaced all at once. What passes through here is not kept, and the API
// does not pass through here.

const CACHE_PREFIX = 'fix-shots-site-';
const VERSION = new URL(self.location.href).searchParams.get('version');
const CACHE_NAME = `${CACHE_PREFIX}${VERSION}`;
const SITE = new URL('./', self.location.href);
const LIST = new URL('vendor/site-files.json', SITE);

/** @typedef {{version: string, files: Record<string, string>}} SiteFiles  from an address to its SHA-256 */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(dropOlder()));
worker.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  const isOurs = method === 'GET' && url.startsWith(SITE.href) && !url.startsWith(new URL('v1.0/', SITE).href);
  if (isOurs) event.respondWith(answer(event.request));
});

/** Keep every file of this version, or none: a deployment in between changes a hash, and the next visit tries again. */
async function install() {
  const list = await fetch(LIST, { cache: 'no-cache' });
  /** @type {SiteFiles} */
  const { version, files } = await list.clone().json();
  if (version !== VERSION) throw new Error(`version ${VERSION} is not published any more`);
  const cache = await caches.open(CACHE_NAME);
  try {
    await cache.put(LIST, list);
    await Promise.all(Object.entries(files).map(([file, hash]) => keep(cache, new URL(file, SITE), hash)));
  } catch (error) {
    await caches.delete(CACHE_NAME);
    throw error;
  }
  await worker.skipWaiting();
}

/**
 * @param {Cache} cache
 * @param {URL} address
 * @param {string} hash
 */
async function keep(cache, address, hash) {
  const response = await fetch(address, { cache: 'no-cache' });
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer()));
  const found = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (!response.ok || found !== hash) throw new Error(`${address.pathname} is not of version ${VERSION}`);
  await cache.put(address, response);
}

/** The older version's files are of no use any more: pages fall back to those of this version. */
async function dropOlder() {
  for (const name of await caches.keys()) {
    if (name.startsWith(CACHE_PREFIX) && name !== CACHE_NAME) await caches.delete(name);
  }
  await worker.clients.claim();
}

/**
 * @param {Request} request
 * @returns {Promise<Response>}
 */
async function answer(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const { origin, pathname } = new URL(request.url);
    const address = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const kept = await caches.match(new URL(address, origin), { cacheName: CACHE_NAME });
    if (kept) return kept;
    throw error;
  }
}
