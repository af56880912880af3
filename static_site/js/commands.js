// What buttons and keys ask for, by name.

import { INITIAL_TOOLS, stepBrush } from './document/tool-settings.js';

/**
 * @import { Tab, ToolSettings } from './document/tool-settings.js'
 * @import { createStore } from './document/store.js'
 * @import { createEdits } from './edits.js'
 * @import { createRuns } from './runs.js'
 * @import { createStage } from './view/stage.js'
 */

const ZOOM_STEP = 1.25;

/**
 * @param {object} parts
 * @param {ReturnType<typeof createStore>} parts.store
 * @param {ReturnType<typeof createStage>} parts.stage
 * @param {ReturnType<typeof createEdits>} parts.edits
 * @param {ReturnType<typeof createRuns>} parts.runs
 * @param {object} calls
 * @param {() => boolean} calls.cancelGesture
 * @param {() => void} calls.openHelp
 * @param {() => void} calls.openExport
 * @param {() => void} calls.openPhoto
 * @returns {(command: string) => boolean} whether there was something to do
 */
export function createCommands({ store, stage, edits, runs }, { cancelGesture, openHelp, openExport, openPhoto }) {
  const { camera } = stage;
  /** @param {Partial<ToolSettings>} tools */
  const set = (tools) => store.dispatch({ type: 'tools', tools });
  const tools = () => store.read().tools;

  const giveUp = () => {
    if (cancelGesture()) return;
    if (store.read().busy) runs.cancel();
    else if (tools().picking) set({ picking: false });
  };

  /** Without a document. @type {Record<string, () => void>} */
  const always = { escape: giveUp, help: openHelp, another: openPhoto, cancel: runs.cancel };

  /** @type {Record<string, () => void>} */
  const withDocument = {
    undo: edits.undo,
    redo: edits.redo,
    export: openExport,
    'swap-brush': () => set({ tab: 'brush', brushMode: tools().brushMode === 'erase' ? 'restore' : 'erase' }),
    magic: () => set({ tab: 'brush', magic: !tools().magic }),
    'smaller-brush': () => set({ brushPx: stepBrush(tools().brushPx, -1) }),
    'larger-brush': () => set({ brushPx: stepBrush(tools().brushPx, 1) }),
    'zoom-in': () => camera.zoom(ZOOM_STEP),
    'zoom-out': () => camera.zoom(1 / ZOOM_STEP),
    fit: camera.fit,
    // One pixel of the export to one of the screen.
    'actual-size': () => camera.zoom(1 / devicePixelRatio / camera.read().scale),
  };

  return (command) => {
    const act = always[command] ?? (store.read().document ? withDocument[command] : undefined);
    if (act) act();
    else if (command.startsWith('tab-') && store.read().document) {
      set({ tab: /** @type {Tab} */ (command.slice(4)), picking: INITIAL_TOOLS.picking });
    } else return false;
    return true;
  };
}
