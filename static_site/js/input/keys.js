// Keyboard shortcuts: keys to the names of actions.

/** @import { Shortcut } from '../document/shortcuts.js' */

/** Where letters are text, and where arrows and space are the control's own. */
const TYPING = 'input:not([type=range]):not([type=radio]):not([type=checkbox]):not([type=color]), textarea, select';

/**
 * @param {KeyboardEvent} event
 * @returns {string} as document/shortcuts.js writes it: 'Ctrl+Shift+z', 'x', 'Escape'
 */
export function nameKey(event) {
  const { ctrlKey, metaKey, shiftKey, altKey, key } = event;
  const single = key.length === 1 ? key.toLowerCase() : key;
  if (ctrlKey || metaKey) return `Ctrl+${shiftKey ? 'Shift+' : ''}${single}`;
  return altKey ? `Alt+${single}` : single;
}

/**
 * @param {readonly Shortcut[]} shortcuts
 * @param {object} calls
 * @param {(action: string) => boolean} calls.onPress  answers whether the action was done, and the key so used up
 * @param {(action: string) => void} calls.onRelease
 * @param {() => boolean} calls.singleKeys  whether keys without Ctrl are shortcuts
 */
export function listenForKeys(shortcuts, { onPress, onRelease, singleKeys }) {
  /** Whether the keyboard moves the focus, or a pointer did. */
  let isTabbing = false;
  addEventListener('pointerdown', () => (isTabbing = false), true);
  addEventListener('keydown', ({ key }) => (isTabbing ||= key === 'Tab'), true);

  /** @param {KeyboardEvent} event */
  const find = (event) => {
    const name = nameKey(event);
    const shortcut = shortcuts.find(({ keys }) => keys.includes(name));
    if (!shortcut || document.querySelector('dialog[open]')) return null;
    const isSingle = name.length === 1;
    if (isSingle && !singleKeys()) return null;
    const target = event.target instanceof Element ? event.target : null;
    if (name !== 'Escape' && target?.closest(TYPING)) return null;
    // Space presses the button that the keyboard has come to; one that was only clicked does not need it.
    if (name === ' ' && isTabbing && target?.matches('button, input, summary, a')) return null;
    return shortcut;
  };
  /** What is done while its key is held. @type {Set<Shortcut>} */
  const held = new Set();
  addEventListener('keydown', (event) => {
    const shortcut = find(event);
    if (!shortcut || (event.repeat && shortcut.once)) return;
    if (!onPress(shortcut.action)) return;
    event.preventDefault();
    if (shortcut.once) held.add(shortcut);
  });
  addEventListener('keyup', (event) => {
    const name = nameKey(event);
    for (const shortcut of held) {
      if (!shortcut.keys.includes(name)) continue;
      held.delete(shortcut);
      // A button that has the focus would take this for a press.
      event.preventDefault();
      onRelease(shortcut.action);
    }
  });
  // The key's release goes elsewhere when the window loses the focus.
  addEventListener('blur', () => {
    for (const { action } of held) onRelease(action);
    held.clear();
  });
}
