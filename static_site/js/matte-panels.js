// The panels of brush, parts and edges: their wishes to edits, the state to their fields.

import { createBrushPanel } from './ui/brush-panel.js';
import { createEdgesPanel } from './ui/edges-panel.js';
import { createPartsPanel } from './ui/parts-panel.js';

/**
 * @import { State } from './document/state.js'
 * @import { createStore } from './document/store.js'
 * @import { createEdits } from './edits.js'
 * @import { createRuns } from './runs.js'
 * @import { EdgeCommand } from './ui/edges-panel.js'
 */

/** @type {Record<EdgeCommand, {name: string, make: (radiusPx: number) => import('./matting/adjust.js').Adjustment}>} */
const ADJUSTMENTS = {
  grow: { name: 'Grow', make: (radiusPx) => ({ kind: 'grow', radiusPx }) },
  shrink: { name: 'Shrink', make: (radiusPx) => ({ kind: 'grow', radiusPx: -radiusPx }) },
  feather: { name: 'Feather', make: (radiusPx) => ({ kind: 'feather', radiusPx }) },
  smooth: { name: 'Smooth', make: (radiusPx) => ({ kind: 'smooth', radiusPx }) },
  invert: { name: 'Invert', make: () => ({ kind: 'invert' }) },
};

/**
 * @param {object} parts
 * @param {<E extends HTMLElement>(id: string) => E} parts.find
 * @param {ReturnType<typeof createStore>} parts.store
 * @param {ReturnType<typeof createEdits>} parts.edits
 * @param {ReturnType<typeof createRuns>} parts.runs
 */
export function createMattePanels({ find, store, edits, runs }) {
  /** @param {Partial<import('./document/tool-settings.js').ToolSettings>} tools */
  const set = (tools) => store.dispatch({ type: 'tools', tools });
  const brush = createBrushPanel(find('panel-brush'), set);
  const parts = createPartsPanel(find('panel-parts'), set);
  createEdgesPanel(find('panel-edges'), {
    onAdjust(command, radiusPx) {
      const { name, make } = ADJUSTMENTS[command];
      edits.adjust(make(radiusPx), name);
    },
    onImport: (file) =>
      runs.readPicture(file, (picture) => edits.adjust({ kind: 'import', picture }, 'Import a matte')),
  });

  return {
    /** @param {State} state */
    show({ tools }) {
      brush.show(tools);
      parts.show(tools);
    },
  };
}
