// What a click on a part of the subject does.

/** @import { ToolSettings } from '../document/tool-settings.js' */

/**
 * @param {HTMLElement} panel
 * @param {(change: Partial<ToolSettings>) => void} onChange
 */
export function createPartsPanel(panel, onChange) {
  const modes = /** @type {NodeListOf<HTMLInputElement>} */ (panel.querySelectorAll('[name=part-mode]'));
  for (const mode of modes) {
    mode.addEventListener('change', () =>
      onChange({ partMode: mode.value === 'keepPart' ? 'keepPart' : 'removePart' }),
    );
  }
  return {
    /** @param {ToolSettings} tools */
    show(tools) {
      for (const mode of modes) mode.checked = mode.value === tools.partMode;
    },
  };
}
