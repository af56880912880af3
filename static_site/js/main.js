// The only wiring of the tool: photos in, state to view and ui. controls.js has the editor's own controls.

import { createControls } from './controls.js';
import { createCutOut } from './cut-out.js';
import { createStore } from './document/store.js';
import { createEdits } from './edits.js';
import { listenForDrops } from './input/drop.js';
import { listenForPastes } from './input/paste.js';
import { listenForPicks } from './input/pick.js';
import { fetchSample } from './io/sample.js';
import { createMattePanels } from './matte-panels.js';
import { createEngines } from './matting/engines.js';
import { createRuns } from './runs.js';
import { createScenePanels } from './scene-panels.js';
import { createBoard } from './ui/board.js';
import { createDiscardDialog } from './ui/discard-dialog.js';
import { createEngineSwitch } from './ui/engine-switch.js';
import { failureWords } from './ui/failure-words.js';
import { createNotice } from './ui/notice.js';
import { createProgress } from './ui/progress.js';
import { createSamples } from './ui/samples.js';
import { createSlider } from './ui/slider.js';
import { statusWords } from './ui/status-words.js';
import { createStage } from './view/stage.js';

/** @import { State } from './document/state.js' */

/** @template {HTMLElement} [E=HTMLElement] @param {string} id @returns {E} */
const find = (id) => /** @type {E} */ (document.getElementById(id));
/** @param {string} selector @returns {NodeListOf<HTMLElement>} */
const findAll = (selector) => document.querySelectorAll(selector);

const board = createBoard({ board: find('board'), dropZone: find('drop-zone'), stage: find('stage') });
const stage = createStage({ stage: find('stage'), canvas: find('canvas') }, ({ scale }) => controls?.showScale(scale));
const slider = createSlider(find('slider'), find('compare'), stage.setSplit);
const progress = createProgress({ status: find('status'), elapsed: find('elapsed'), bar: find('progress') });
const discard = createDiscardDialog(find('discard'));

const store = createStore(show);
const runs = createRuns(store);
const edits = createEdits({ store, runs, stage });
const engineSwitch = createEngineSwitch(
  { fieldset: find('engine'), seconds: find('engine-seconds') },
  {
    onChoose: (engine) => engines.choose(engine),
    onUseGpu: (wanted) => engines.useGpu(wanted),
    onDelete: () => engines.deleteModel(),
  },
);
const engines = createEngines(engineSwitch.show);
const cutOut = createCutOut({ store, runs, stage, matte: engines.matte, onComposed: slider.reveal });
const notice = createNotice(find('notice'), cutOut.paint);
const mattePanels = createMattePanels({ find, store, edits, runs });
const scenePanels = createScenePanels({ find, store, edits, runs });
const controls = createControls({ find, store, runs, stage, edits, scenePanels });

/** @param {(signal: AbortSignal) => File | Promise<File>} open */
async function take(open) {
  if (store.read().unsaved && !(await discard.ask())) return;
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
  const { document: cutout, tools, busy, failure } = state;
  const canPaint = failure?.code === 'unknown_foreground' && cutOut.canPaint();
  board.show(state, canPaint);
  for (const id of ['toolbar', 'tabs', 'panels']) find(id).hidden = !(busy || cutout || canPaint);
  controls.show(state);
  mattePanels.show(state);
  scenePanels.show(state);
  slider.show(Boolean(cutout) && tools.tab === 'compare');
  progress.show(statusWords(state), busy);
  notice.show(failure && failureWords(failure), canPaint ? 'Paint the subject by hand' : null);
  if (cutout) {
    const ghost = tools.ghost && tools.tab === 'brush' && tools.brushMode === 'restore';
    stage.show({ scene: cutout.scene, ghost, ownBackground: edits.ownBackground() });
  }
}
