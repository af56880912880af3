// Pointers, keys and buttons of the editor, wired to gestures and commands.

import { createCommands } from './commands.js';
import { SHORTCUTS } from './document/shortcuts.js';
import { createGestures } from './gestures.js';
import { listenForKeyPointer } from './input/key-pointer.js';
import { listenForKeys } from './input/keys.js';
import { listenForPointers } from './input/pointers.js';
import { createShortcutsDialog } from './ui/shortcuts-dialog.js';
import { createTabs } from './ui/tabs.js';
import { createToolbar } from './ui/toolbar.js';
import { createCursor } from './view/cursor.js';

/**
 * @import { State } from './document/state.js'
 * @import { createStore } from './document/store.js'
 * @import { createEdits } from './edits.js'
 * @import { createRuns } from './runs.js'
 * @import { createScenePanels } from './scene-panels.js'
 * @import { createStage } from './view/stage.js'
 */

/**
 * @param {object} parts
 * @param {<E extends HTMLElement>(id: string) => E} parts.find
 * @param {ReturnType<typeof createStore>} parts.store
 * @param {ReturnType<typeof createRuns>} parts.runs
 * @param {ReturnType<typeof createStage>} parts.stage
 * @param {ReturnType<typeof createEdits>} parts.edits
 * @param {ReturnType<typeof createScenePanels>} parts.scenePanels
 */
export function createControls({ find, store, runs, stage, edits, scenePanels }) {
  const { camera } = stage;
  const stageElement = find('stage');
  const cursor = createCursor(find('cursor'));
  const shortcuts = createShortcutsDialog(find('shortcuts'), SHORTCUTS);
  const gestures = createGestures({ store, runs, stage, edits, onColour: takeColour });
  let panning = false;

  /** @param {string} colour */
  function takeColour(colour) {
    store.dispatch({ type: 'tools', tools: { picking: false } });
    scenePanels.giveColour(colour);
  }

  const pointers = listenForPointers(stageElement, {
    begin: gestures.begin,
    pan: camera.pan,
    zoom: (factor, anchor) => store.read().document && camera.zoom(factor, anchor),
    hover: cursor.move,
    isPanning: () => panning,
  });
  const keyPointer = listenForKeyPointer(stageElement, { ...gestures, pan: camera.pan, hover: cursor.move });

  const command = createCommands(
    { store, stage, edits, runs },
    {
      cancelGesture: () => pointers.cancel() || keyPointer.cancel(),
      openHelp: shortcuts.open,
      openExport: scenePanels.openExport,
      openPhoto: () => find('photo-file').click(),
    },
  );
  const tabs = createTabs(find('tabs'), find('panels'), (tab) => command(`tab-${tab}`));
  const toolbar = createToolbar(
    {
      undo: find('undo'),
      redo: find('redo'),
      'zoom-out': find('zoom-out'),
      fit: find('fit'),
      'zoom-in': find('zoom-in'),
      help: find('help'),
      another: find('another'),
      export: find('export'),
      cancel: find('cancel'),
      original: find('original'),
    },
    command,
    (held) => {
      stage.holdOriginal(held);
      stageElement.toggleAttribute('data-held', held);
    },
  );
  listenForKeys(SHORTCUTS, {
    onPress(action) {
      if (action === 'original') toolbar.hold(true);
      else if (action === 'pan') panning = Boolean(store.read().document);
      else return command(action);
      return action === 'original' || panning;
    },
    onRelease(action) {
      if (action === 'original') toolbar.hold(false);
      if (action === 'pan') panning = false;
    },
    singleKeys: shortcuts.singleKeys,
  });

  return {
    /** @param {number} scale  CSS pixels per artboard pixel */
    showScale: (scale) => toolbar.showScale(scale),
    /** @param {State} state */
    show(state) {
      const { document, tools, busy } = state;
      tabs.show(tools.tab, Boolean(document) && !busy);
      toolbar.show(state);
      stageElement.tabIndex = document ? 0 : -1;
      stageElement.dataset.tool = tools.picking ? 'pick' : tools.tab;
      const shape = tools.tab === 'brush' && !tools.picking ? 'brush' : 'cross';
      cursor.show(gestures.isAiming() ? shape : 'none', tools.brushPx);
    },
  };
}
