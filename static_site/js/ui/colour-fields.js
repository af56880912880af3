// Colour fields: the browser's own, with swatches beside it and a pipette for the photo.

/**
 * To the panels a field stays a plain input: whatever sets its colour, it says 'input'.
 * @param {HTMLElement} root  holds elements with data-colour, in each an input, buttons with data-swatch, and one with data-pick
 * @param {() => void} onPick  the next click on the photo is to pick a colour; give() then has it
 */
export function createColourFields(root, onPick) {
  /** Whom the picked colour is for. @type {HTMLInputElement | null} */
  let waiting = null;

  /** @param {HTMLInputElement} input @param {string} colour */
  const set = (input, colour) => {
    input.value = colour;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };

  for (const field of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[data-colour]'))) {
    const input = /** @type {HTMLInputElement} */ (field.querySelector('input[type=color]'));
    for (const swatch of /** @type {NodeListOf<HTMLElement>} */ (field.querySelectorAll('[data-swatch]'))) {
      swatch.addEventListener('click', () => set(input, swatch.dataset.swatch ?? ''));
    }
    field.querySelector('[data-pick]')?.addEventListener('click', () => {
      waiting = input;
      onPick();
    });
  }

  return {
    /** @param {string} colour  '#rrggbb', picked off the photo */
    give(colour) {
      if (waiting) set(waiting, colour);
      waiting = null;
    },
  };
}
