// The only wiring of the tool: input to commands and gestures, these to state, state to view and ui.

import { createCommands } from './commands.js';
import { createCutOut } from './cut-out.js';
import { SHORTCUTS } from './document/shortcuts.js';
import { createStore } from './document/store.js';
import { createEdits } from './edits.js';
import { createGestures } from './gestures.js';
import { listenForDrops } from './input/drop.js';
import { listenForKeyPointer } from './input/key-pointer.js';
import { listenForKeys } from './input/keys.js';
import { listenForPastes } from './input/paste.js';
import { listenForPicks } from './input/pick.js';
import { listenForPointers } from './input/pointers.js';
import { fetchSample } from './io/sample.js';
import { createEngines } from './matting/engines.js';
import { createPanels } from './panels.js';
import { createRuns } from './runs.js';
import { createBoard } from './ui/board.js';
import { createDiscardDialog } from './ui/discard-dialog.js';
import { createEngineSwitch } from './ui/engine-switch.js';
import { failureWords } from './ui/failure-words.js';
import { createNotice } from './ui/notice.js';
import { createProgress } from './ui/progress.js';
import { createSamples } from './ui/samples.js';
import { createShortcutsDialog } from './ui/shortcuts-dialog.js';
import { createSlider } from './ui/slider.js';
import { statusWords } from './ui/status-words.js';
import { createTabs } from './ui/tabs.js';
import { createToolbar } from './ui/toolbar.js';
import { createCursor } from './view/cursor.js';
import { createStage } from './view/stage.js';

/** @import { State } from './document/state.js' */

/** @template {HTMLElement} [E=HTMLElement] @param {string} id @returns {E} */
const find = (id) => /** @type {E} */ (document.getElementById(id));
/** @param {string} selector @returns {NodeListOf<HTMLElement>} */
const findAll = (selector) => document.querySelectorAll(selector);

const stageElement = find('stage');
const board = createBoard({ board: find('board'), dropZone: find('drop-zone'), stage: stageElement });
const stage = createStage({ stage: stageElement, canvas: find('canvas') }, showView);
const cursor = createCursor(find('cursor'));
const slider = createSlider(find('slider'), find('compare'), stage.setSplit);
const progress = createProgress({ status: find('status'), elapsed: find('elapsed'), bar: find('progress') });
const shortcuts = createShortcutsDialog(find('shortcuts'), SHORTCUTS);
const discard = createDiscardDialog(find('discard'));

const store = createStore(show);
const runs = createRuns(store);
const edits = createEdits({ store, runs, stage });
const engineSwitch = createEngineSwitch(find('engine'), {
  onChoose: (engine) => engines.choose(engine),
  onDelete: () => engines.deleteModel(),
});
const engines = createEngines(engineSwitch.show);
const cutOut = createCutOut({ store, runs, stage, matte: engines.matte, onComposed: slider.reveal });
const notice = createNotice(find('notice'), cutOut.paint);
const panels = createPanels({ find, store, edits, runs });
const gestures = createGestures({ store, stage, edits, onColour: panels.giveColour });
const tabs = createTabs(find('tabs'), find('panels'), (tab) => command(`tab-${tab}`));

let panning = false;
const pointers = listenForPointers(stageElement, {
  begin: gestures.begin,
  pan: stage.camera.pan,
  zoom: (factor, anchor) => store.read().document && stage.camera.zoom(factor, anchor),
  hover: cursor.move,
  isPanning: () => panning,
});
const keyPointer = listenForKeyPointer(stageElement, { ...gestures, pan: stage.camera.pan, hover: cursor.move });

const command = createCommands(
  { store, stage, edits, runs },
  {
    cancelGesture: () => pointers.cancel() || keyPointer.cancel(),
    openHelp: shortcuts.open,
    openExport: panels.openExport,
    openPhoto: () => find('photo-file').click(),
  },
);
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
  stage.holdOriginal,
);
listenForKeys(SHORTCUTS, {
  onPress(action) {
    if (action === 'original') toolbar.hold(true);
    else if (action === 'pan') panning = Boolean(store.read().document);
    else return command(action);
    return true;
  },
  onRelease(action) {
    if (action === 'original') toolbar.hold(false);
    if (action === 'pan') panning = false;
  },
  singleKeys: shortcuts.singleKeys,
});

/** @param {(signal: AbortSignal) => File | Promise<File>} open */
async function take(open) {
  if (store.read().unsaved && !(await discard.ask())) return;
  edits.reset();
  cutOut.start(open);
}
const onFile = (/** @type {File} */ file) => take(() => file);
listenForDrops({ onFile, onNothing: () => runs.refuse('nothing_dropped'), onDragging: board.setDragging });
listenForPastes({ onFile, onNothing: () => runs.refuse('nothing_pasted') });
listenForPicks(find('photo-file'), findAll('[data-opens-picker]'), onFile);
createSamples(findAll('[data-photo]'), (address) => take((signal) => fetchSample(address, signal)));
addEventListener('beforeunload', (event) => {
  if (store.read().unsaved) event.preventDefault();
});
engines.start();

/** @param {State} state */
function show(state) {
  const { document: cutout, tools, busy } = state;
  const canPaint = state.failure?.code === 'unknown_foreground' && cutOut.canPaint();
  board.show(state, canPaint);
  for (const id of ['toolbar', 'tabs', 'panels']) find(id).hidden = !(busy || cutout);
  tabs.show(tools.tab, Boolean(cutout) && !busy);
  panels.show(state);
  slider.show(Boolean(cutout) && tools.tab === 'compare');
  progress.show(statusWords(state), busy);
  notice.show(state.failure && failureWords(state.failure), canPaint ? 'Paint the subject by hand' : null);
  toolbar.show(state);
  stageElement.tabIndex = cutout ? 0 : -1;
  if (cutout) {
    const ghost = tools.ghost && tools.tab === 'brush' && tools.brushMode === 'restore';
    stage.show({ scene: cutout.scene, ghost, ownBackground: edits.ownBackground() });
    const isAiming = gestures.isAiming();
    cursor.show(isAiming ? (tools.tab === 'brush' && !tools.picking ? 'brush' : 'cross') : 'none', tools.brushPx);
    stageElement.dataset.tool = tools.picking ? 'pick' : tools.tab;
  }
}

/** @param {import('./view/viewport.js').Viewport} viewport */
function showView({ scale }) {
  toolbar?.showScale(scale);
}
