// The buttons under the board: what can be done now.

/** @import { State } from '../document/state.js' */

/**
 * @param {object} buttons
 * @param {HTMLButtonElement} buttons.cancel
 * @param {HTMLButtonElement} buttons.download
 * @param {HTMLButtonElement} buttons.another
 * @param {HTMLButtonElement} buttons.choose  in the drop zone
 * @param {object} calls
 * @param {() => void} calls.onCancel
 * @param {() => void} calls.onDownload
 */
export function createActions({ cancel, download, another, choose }, { onCancel, onDownload }) {
  cancel.addEventListener('click', onCancel);
  download.addEventListener('click', onDownload);

  return {
    /** @param {State} state */
    show({ busy, document }) {
      // Whoever works with the keyboard must not be thrown to the top of the page when a button goes away.
      const hadFocus = [cancel, download, another, choose].includes(
        /** @type {any} */ (globalThis.document.activeElement),
      );
      cancel.hidden = !busy;
      download.hidden = another.hidden = Boolean(busy) || !document;
      const next = busy ? cancel : document ? download : choose;
      if (hadFocus) next.focus({ preventScroll: true });
    },
  };
}
