// The social channels in the footer.

/** @import { Channel } from '../io/site.js' */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * @param {HTMLElement} nav  around an empty list; stays hidden while there are no channels
 * @param {Channel[]} channels
 * @param {URL} icons  address of the icon sprite
 */
export function showChannels(nav, channels, icons) {
  nav.querySelector('ul')?.replaceChildren(...channels.map((channel) => makeItem(channel, icons)));
  nav.hidden = channels.length === 0;
}

/**
 * @param {Channel} channel
 * @param {URL} icons
 */
function makeItem({ name, url, icon }, icons) {
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `${icons.pathname}#brands-${icon}`);
  const image = document.createElementNS(SVG, 'svg');
  image.setAttribute('class', 'icon');
  image.setAttribute('aria-hidden', 'true');
  image.append(use);
  const link = document.createElement('a');
  link.href = url;
  link.rel = 'me noopener';
  link.append(image, name);
  const item = document.createElement('li');
  item.append(link);
  return item;
}
