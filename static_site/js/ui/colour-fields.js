// Colour fields: the browser's own, with swatches beside it and a pipette for the photo.

/** Colours to begin with, by what they are for. @type {Record<string, [name: string, colour: string][]>} */
const SWATCHES = {
  background: [
    ['White', '#ffffff'],
    ['Light grey', '#f2f2f2'],
    ['Black', '#000000'],
    ['Sand', '#e9e1d3'],
    ['Sage', '#cfd8cc'],
    ['Sky', '#cfdbe6'],
  ],
  shadow: [
    ['Black', '#000000'],
    ['Dark grey', '#4a4a4a'],
    ['Brown', '#3a2c20'],
    ['Navy', '#1d2a3f'],
  ],
};

/**
 * To the panels a field stays a plain input: whatever sets its colour, it says 'input'.
 * @param {HTMLElement} root  holds elements with data-colour, what it is for; in each an input, and a button with data-pick
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
    const swatches = SWATCHES[field.dataset.colour ?? ''].map(([name, colour]) => {
      const swatch = makeSwatch(name, colour);
      swatch.addEventListener('click', () => set(input, colour));
      return swatch;
    });
    input.after(...swatches);
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

/**
 * @param {string} name
 * @param {string} colour
 */
function makeSwatch(name, colour) {
  const swatch = document.createElement('button');
  swatch.type = 'button';
  swatch.className = 'swatch';
  swatch.dataset.swatch = colour;
  swatch.title = name;
  swatch.setAttribute('aria-label', name);
  swatch.style.setProperty('--swatch', colour);
  return swatch;
}
