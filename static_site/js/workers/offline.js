// Keeps the site's own files for use without a network, by a service worker, once somebody wants the tool on the device.

import { SITE, trustScript } from './own-script.js';

/** The service worker's caches begin with this; service-worker.js has the same. */
const CACHE_PREFIX = 'fix-shots-site-';

let lastTurn = Promise.resolve();

/**
 * One after the other: whoever deletes while the site is still being kept deletes that as well.
 * @param {() => Promise<void>} work
 */
function inTurn(work) {
  lastTurn = lastTurn.catch(() => {}).then(work);
  return lastTurn;
}

/**
 * Keep the site as it is now. A page that came from the network names the newest version, and so replaces an older one.
 * No failure: without service workers, or without a network, all stays as it is.
 */
export const keepSite = () => inTurn(register);

/** Remove the service worker and all that it has kept. */
export const forgetSite = () => inTurn(unregister);

async function register() {
  if (!navigator.serviceWorker) return;
  try {
    const response = await fetch(new URL('vendor/site-files.json', SITE));
    const { version } = await response.json();
    const address = new URL(`service-worker.js?version=${version}`, SITE);
    await navigator.serviceWorker.register(trustScript(address), { scope: SITE.pathname, updateViaCache: 'none' });
  } catch {
    // Private windows of some browsers refuse it.
  }
}

async function unregister() {
  const registration = await navigator.serviceWorker?.getRegistration(SITE.pathname);
  await registration?.unregister();
  if (!globalThis.caches) return;
  for (const name of await caches.keys()) if (name.startsWith(CACHE_PREFIX)) await caches.delete(name);
}
