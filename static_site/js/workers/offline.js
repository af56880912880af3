// Keeps the site's own files for use without a network, by a service worker, once somebody wants the tool on the device.

import { SITE, trustScript } from './own-script.js';

/** The service worker's caches begin with this; service-worker.js has the same. */
const CACHE_PREFIX = 'fix-shots-site-';

/**
 * Keep the site as it is now. A page that came from the network names the newest version, and so replaces an older one.
 * No failure: without service workers, or without a network, all stays as it is.
 */
export async function keepSite() {
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

/** Remove the service worker and all that it has kept. */
export async function forgetSite() {
  const registration = await navigator.serviceWorker?.getRegistration(SITE.pathname);
  await registration?.unregister();
  if (!globalThis.caches) return;
  for (const name of await caches.keys()) if (name.startsWith(CACHE_PREFIX)) await caches.delete(name);
}
