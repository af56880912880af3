// Reads site.json, the one file in which an operator names the social channels.

/**
 * @typedef {object} Channel
 * @property {string} name  as people read it
 * @property {string} url  an https: address
 * @property {string} icon  a brand icon of Font Awesome, such as 'mastodon'
 */

/**
 * @param {unknown} site  parsed site.json
 * @returns {Channel[]} the usable channels; an entry that is not one is left out, never shown half
 */
export function readChannels(site) {
  const social = /** @type {{social?: unknown} | null} */ (site)?.social;
  return Array.isArray(social) ? social.filter(isChannel) : [];
}

/**
 * @param {any} entry
 * @returns {entry is Channel}
 */
function isChannel(entry) {
  return (
    typeof entry?.name === 'string' &&
    entry.name.trim() !== '' &&
    typeof entry.icon === 'string' &&
    /^[a-z0-9-]+$/.test(entry.icon) &&
    isHttpsAddress(entry.url)
  );
}

/** @param {unknown} address */
function isHttpsAddress(address) {
  if (typeof address !== 'string' || !URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return protocol === 'https:' && username === '' && password === '';
}

/**
 * @param {URL} address  of site.json
 * @returns {Promise<Channel[]>} empty when it can't be read: a page without channels is better than a broken one
 */
export async function fetchChannels(address) {
  try {
    const response = await fetch(address);
    return response.ok ? readChannels(await response.json()) : [];
  } catch {
    return [];
  }
}
