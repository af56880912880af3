// The buttons above the picture: history, view, another photo, export; and cancel, below it.

/** @import { State } from '../document/state.js' */

/** @typedef {'undo' | 'redo' | 'zoom-out' | 'fit' | 'zoom-in' | 'help' | 'another' | 'export' | 'cancel'} Command */

/**
 * @param {Record<Command | 'original', HTMLButtonElement>} buttons
 * @param {(command: Command) => void} onCommand
 * @param {(held: boolean) => void} onOriginal
 */
export function createToolbar(buttons, onCommand, onOriginal) {
  const { original, ...commands } = buttons;
  for (const [command, button] of Object.entries(commands)) {
    button.addEventListener('click', () => onCommand(/** @type {Command} */ (command)));
  }
  const hold = (/** @type {boolean} */ held) => {
    original.setAttribute('aria-pressed', String(held));
    onOriginal(held);
  };
  original.addEventListener('pointerdown', () => hold(true));
  for (const end of ['pointerup', 'pointercancel', 'pointerleave', 'blur']) {
    original.addEventListener(end, () => hold(false));
  }
  // A long press on a phone would open a menu.
  original.addEventListener('contextmenu', (event) => event.preventDefault());
  original.addEventListener('keydown', ({ key }) => (key === 'Enter' || key === ' ') && hold(true));
  original.addEventListener('keyup', () => hold(false));

  return {
    hold,
    /** @param {number} scale  CSS pixels per artboard pixel */
    showScale(scale) {
      commands.fit.textContent = `${Math.round(scale * 100)} %`;
    },
    /** @param {State} state */
    show({ busy, document, history }) {
      const ready = Boolean(document) && !busy;
      const hadFocus = globalThis.document.activeElement === commands.cancel;
      commands.cancel.hidden = !busy;
      commands.undo.disabled = !ready || history.past.length === 0;
      commands.redo.disabled = !ready || history.future.length === 0;
      for (const button of [original, commands.export, commands['zoom-in'], commands['zoom-out'], commands.fit]) {
        button.disabled = !ready;
      }
      describe(commands.undo, 'Undo', history.past.at(-1)?.name);
      describe(commands.redo, 'Redo', history.future[0]?.name);
      // Whoever works with the keyboard must not be thrown to the top of the page when a button goes away.
      if (hadFocus && !busy) (ready ? commands.export : commands.another).focus({ preventScroll: true });
    },
  };
}

/**
 * @param {HTMLButtonElement} button
 * @param {string} verb
 * @param {string | undefined} name  of the edit
 */
function describe(button, verb, name) {
  button.setAttribute('aria-label', name ? `${verb}: ${name}` : verb);
}
