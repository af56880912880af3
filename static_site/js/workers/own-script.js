// The page's one Trusted Types policy: an address becomes a script only when it is one of this site's own.

/** The site's folder: it may be published below another one. */
export const SITE = new URL('../..', import.meta.url);

/** Workers of ours, the service worker in its versions, and the threads that onnxruntime starts. */
const OWN_SCRIPTS = [
  /^js\/[\w/-]+-worker\.js$/,
  /^service-worker\.js\?version=[0-9a-f]+$/,
  /^vendor\/ort-wasm-[\w.-]+\.mjs$/,
];

// The pages are served with `require-trusted-types-for 'script'`: the address of a worker is only accepted from a
// policy which the header names (`trusted-types fix-shots`).
const trustedTypes = /** @type {any} */ (globalThis).trustedTypes;
const policy = trustedTypes?.createPolicy('fix-shots', { createScriptURL: requireOwnScript });

/**
 * @param {string} address
 * @returns {string} the address, when it is a script of this site that may be started
 */
export function requireOwnScript(address) {
  const name = address.startsWith(SITE.href) ? address.slice(SITE.href.length) : '';
  if (!OWN_SCRIPTS.some((pattern) => pattern.test(name))) {
    throw new TypeError(`not one of this site's workers: ${address}`);
  }
  return address;
}

/**
 * @param {URL} address
 * @returns {string} for browsers with Trusted Types an object that stands for one
 */
export function trustScript(address) {
  return policy ? policy.createScriptURL(address.href) : requireOwnScript(address.href);
}
