// Stands in for the browser's Cache API.

/** Named maps from an address to bytes; nothing but what our code asks of caches. */
export class FakeCaches {
  /** @type {Map<string, Map<string, Uint8Array>>} */
  kept = new Map();
  isFull = false;

  /** @param {string} name */
  async has(name) {
    return this.kept.has(name);
  }

  async keys() {
    return [...this.kept.keys()];
  }

  /** @param {string} name */
  async delete(name) {
    return this.kept.delete(name);
  }

  /** @param {string} name */
  async open(name) {
    const files = this.kept.get(name) ?? new Map();
    this.kept.set(name, files);
    return {
      keys: async () => [...files.keys()].map((url) => ({ url })),
      match: async (/** @type {URL} */ { href }) => files.has(href) && new Response(files.get(href)),
      delete: async (/** @type {{href?: string, url?: string}} */ { href, url }) => files.delete(href ?? url),
      put: async (/** @type {URL} */ { href }, /** @type {Response} */ response) => {
        if (this.isFull) throw new DOMException('full', 'QuotaExceededError');
        files.set(href, new Uint8Array(await response.arrayBuffer()));
      },
    };
  }
}
