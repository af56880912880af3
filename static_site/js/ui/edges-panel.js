// Changes to the whole outline, and mattes from elsewhere.

/** @typedef {'grow' | 'shrink' | 'feather' | 'smooth' | 'invert'} EdgeCommand */

/**
 * @param {HTMLElement} panel
 * @param {object} calls
 * @param {(command: EdgeCommand, radiusPx: number) => void} calls.onAdjust  image pixels
 * @param {(file: File) => void} calls.onImport
 */
export function createEdgesPanel(panel, { onAdjust, onImport }) {
  const part = (/** @type {string} */ name) =>
    /** @type {HTMLInputElement} */ (panel.querySelector(`[data-part="${name}"]`));
  const radius = part('radiusPx');
  const showRadius = () => {
    part('radiusPx-value').textContent = `${radius.valueAsNumber} px`;
  };
  radius.addEventListener('input', showRadius);
  showRadius();

  for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (panel.querySelectorAll('[data-adjust]'))) {
    const command = /** @type {EdgeCommand} */ (button.dataset.adjust);
    button.addEventListener('click', () => onAdjust(command, radius.valueAsNumber));
  }
  const file = part('matte-file');
  part('import').addEventListener('click', () => file.click());
  file.addEventListener('change', () => {
    const picked = file.files?.[0];
    file.value = '';
    if (picked) onImport(picked);
  });
}
