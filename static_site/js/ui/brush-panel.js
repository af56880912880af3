// The brush's settings.

/** @import { ToolSettings } from '../document/tool-settings.js' */

/** @type {Record<'brushPx' | 'hardness' | 'opacity', (value: number) => string>} */
const FORMATS = {
  brushPx: (value) => `${Math.round(value)} px`,
  hardness: (value) => `${Math.round(value * 100)} %`,
  opacity: (value) => `${Math.round(value * 100)} %`,
};

/**
 * @param {HTMLElement} panel
 * @param {(change: Partial<ToolSettings>) => void} onChange
 */
export function createBrushPanel(panel, onChange) {
  const part = (/** @type {string} */ name) =>
    /** @type {HTMLInputElement} */ (panel.querySelector(`[data-part="${name}"]`));
  const modes = /** @type {NodeListOf<HTMLInputElement>} */ (panel.querySelectorAll('[name=brush-mode]'));

  for (const mode of modes) {
    mode.addEventListener('change', () => onChange({ brushMode: mode.value === 'restore' ? 'restore' : 'erase' }));
  }
  for (const name of /** @type {const} */ (['magic', 'ghost'])) {
    part(name).addEventListener('change', () => onChange({ [name]: part(name).checked }));
  }
  for (const name of /** @type {(keyof typeof FORMATS)[]} */ (Object.keys(FORMATS))) {
    part(name).addEventListener('input', () => onChange({ [name]: part(name).valueAsNumber }));
  }

  return {
    /** @param {ToolSettings} tools */
    show(tools) {
      for (const mode of modes) mode.checked = mode.value === tools.brushMode;
      part('magic').checked = tools.magic;
      part('ghost').checked = tools.ghost;
      for (const name of /** @type {(keyof typeof FORMATS)[]} */ (Object.keys(FORMATS))) {
        part(name).valueAsNumber = tools[name];
        part(`${name}-value`).textContent = FORMATS[name](tools[name]);
      }
    },
  };
}
