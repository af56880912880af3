// The one table of keyboard shortcuts: the keys listen to it, and the overlay shows it.

/**
 * @typedef {object} Shortcut
 * @property {readonly string[]} keys  as input/keys.js names them; 'Ctrl' stands for the Mac's command key, too
 * @property {string} action
 * @property {string} words  what it does
 * @property {string} [shown]  how the overlay writes the keys
 * @property {boolean} [once]  lasts while it is held
 */

/** @type {readonly Shortcut[]} */
export const SHORTCUTS = [
  { keys: ['Ctrl+z'], action: 'undo', words: 'Undo', shown: 'Ctrl Z' },
  { keys: ['Ctrl+Shift+z', 'Ctrl+y'], action: 'redo', words: 'Redo', shown: 'Ctrl Shift Z' },
  { keys: ['Ctrl+s'], action: 'export', words: 'Export', shown: 'Ctrl S' },
  { keys: ['c'], action: 'tab-compare', words: 'Compare' },
  { keys: ['b'], action: 'tab-brush', words: 'Brush' },
  { keys: ['x'], action: 'swap-brush', words: 'Erase or restore' },
  { keys: ['m'], action: 'magic', words: 'Magic brush on or off' },
  { keys: ['['], action: 'smaller-brush', words: 'Smaller brush' },
  { keys: [']'], action: 'larger-brush', words: 'Larger brush' },
  { keys: ['p'], action: 'tab-parts', words: 'Parts' },
  { keys: ['e'], action: 'tab-edges', words: 'Edges' },
  { keys: ['l'], action: 'tab-place', words: 'Place and size' },
  { keys: ['g'], action: 'tab-background', words: 'Background' },
  { keys: ['d'], action: 'tab-shadow', words: 'Drop shadow' },
  { keys: ['o'], action: 'original', words: 'The original, while held', once: true },
  { keys: [' '], action: 'pan', words: 'Move the view, while held and dragged', shown: 'Space', once: true },
  { keys: ['+', '='], action: 'zoom-in', words: 'Zoom in', shown: '+' },
  { keys: ['-'], action: 'zoom-out', words: 'Zoom out', shown: '−' },
  { keys: ['0'], action: 'fit', words: 'Show all of it' },
  { keys: ['1'], action: 'actual-size', words: '100 %' },
  { keys: ['Escape'], action: 'escape', words: 'Cancel', shown: 'Esc' },
  { keys: ['?'], action: 'help', words: 'This list' },
];
