// Asks before edits are lost to another photo.

/**
 * @param {HTMLDialogElement} dialog
 */
export function createDiscardDialog(dialog) {
  return {
    /** @returns {Promise<boolean>} whether to go on without the edits */
    ask() {
      dialog.returnValue = 'stay';
      dialog.showModal();
      return new Promise((resolve) => {
        dialog.addEventListener('close', () => resolve(dialog.returnValue === 'discard'), { once: true });
      });
    },
  };
}
