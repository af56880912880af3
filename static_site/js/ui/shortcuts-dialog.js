// The overlay that lists the keyboard shortcuts, and can turn those of a single key off.

/** @import { Shortcut } from '../document/shortcuts.js' */

/**
 * @param {HTMLDialogElement} dialog
 * @param {readonly Shortcut[]} shortcuts
 */
export function createShortcutsDialog(dialog, shortcuts) {
  const list = /** @type {HTMLElement} */ (dialog.querySelector('[data-part="list"]'));
  // Speech input types letters, too: https://www.w3.org/WAI/WCAG22/Understanding/character-key-shortcuts
  const singleKeys = /** @type {HTMLInputElement} */ (dialog.querySelector('[data-part="single-keys"]'));
  list.replaceChildren(...shortcuts.map(makeRow));
  return {
    open: () => dialog.showModal(),
    singleKeys: () => singleKeys.checked,
  };
}

/** @param {Shortcut} shortcut */
function makeRow({ keys, shown, words }) {
  const row = document.createElement('div');
  const term = document.createElement('dt');
  for (const key of shown?.split(' ') ?? [keys[0].toUpperCase()]) {
    const cap = document.createElement('kbd');
    cap.textContent = key;
    term.append(cap, ' ');
  }
  const meaning = document.createElement('dd');
  meaning.textContent = words;
  row.append(term, meaning);
  return row;
}
