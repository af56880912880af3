// Entry of every page: fills the footer.

import { fetchChannels } from './io/site.js';
import { showChannels } from './ui/footer.js';

const nav = /** @type {HTMLElement} */ (document.getElementById('social'));
const channels = await fetchChannels(new URL('../site.json', import.meta.url));
showChannels(nav, channels, new URL('../vendor/icons.svg', import.meta.url));
