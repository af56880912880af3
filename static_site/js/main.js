// The only wiring of the tool: input to steps, steps to state, state to view and ui.

import { Failure, failureFacts } from './document/failure.js';
import { createStore } from './document/state.js';
import { listenForDrops } from './input/drop.js';
import { listenForPastes } from './input/paste.js';
import { listenForPicks } from './input/pick.js';
import { decodePhoto } from './io/decode.js';
import { downloadBlob } from './io/download.js';
import { encodePng } from './io/encode-png.js';
import { cutoutFileName } from './io/file-name.js';
import { fetchSample } from './io/sample.js';
import { compose } from './matting/compose.js';
import { matte } from './matting/function.js';
import { createActions } from './ui/actions.js';
import { createBoard } from './ui/board.js';
import { failureWords } from './ui/failure-words.js';
import { createNotice } from './ui/notice.js';
import { createProgress } from './ui/progress.js';
import { createSamples } from './ui/samples.js';
import { createSlider } from './ui/slider.js';
import { statusWords } from './ui/status-words.js';
import { createStage } from './view/stage.js';

/** @import { Progress, Step } from './document/state.js' */

/** @typedef {{signal: AbortSignal, onProgress: (progress: Progress) => void}} StepOptions */

/** @template {HTMLElement} E @param {string} id @returns {E} */
const find = (id) => /** @type {E} */ (document.getElementById(id));
/** @param {string} selector @returns {NodeListOf<HTMLElement>} */
const findAll = (selector) => document.querySelectorAll(selector);

const elements = { board: find('board'), dropZone: find('drop-zone'), stage: find('stage') };
const board = createBoard(elements);
const stage = createStage({ stage: elements.stage, frame: find('frame'), canvas: find('canvas') });
const slider = createSlider(find('compare'), stage.setSplit);
const progress = createProgress({ status: find('status'), elapsed: find('elapsed'), bar: find('progress') });
const notice = createNotice(find('notice'));
const actions = createActions(
  { cancel: find('cancel'), download: find('download'), another: find('another'), choose: find('choose') },
  { onCancel: () => running.abort(), onDownload: saveCutout },
);

const store = createStore((state) => {
  board.show(state);
  slider.show(Boolean(state.document));
  progress.show(statusWords(state), state.busy);
  notice.show(state.failure && failureWords(state.failure));
  actions.show(state);
});

let running = new AbortController();

/**
 * One run at a time: a new one cancels the one before it, whose late reports the state then ignores.
 * @param {Step} step
 * @param {boolean} keepsDocument
 * @param {(run: number, options: StepOptions) => Promise<void>} work
 */
async function start(step, keepsDocument, work) {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  const run = store.read().run + 1;
  store.dispatch({ type: 'began', run, step, keepsDocument });
  try {
    await work(run, { signal, onProgress: (now) => store.dispatch({ type: 'progressed', run, progress: now }) });
  } catch (error) {
    const failure = failureFacts(error);
    store.dispatch(signal.aborted ? { type: 'cancelled', run } : { type: 'failed', run, failure });
    const { run: newest, document: kept } = store.read();
    if (newest === run && !kept) stage.clear();
  }
}

/** @param {(signal: AbortSignal) => File | Promise<File>} open */
function cutOut(open) {
  return start('read', false, async (run, options) => {
    stage.clear();
    const file = await open(options.signal);
    const decoded = await decodePhoto(file, options);
    stage.showPhoto(decoded.original, decoded.preview);
    const small = await matte(decoded.copy, options);
    options.onProgress({ step: 'compose' });
    const { original, matte: fullMatte, preview } = await compose(decoded.original, small, options);
    stage.showCutout(preview);
    slider.reveal();
    store.dispatch({ type: 'composed', run, document: { fileName: file.name, original, matte: fullMatte } });
  });
}

function saveCutout() {
  return start('encode', true, async (run, options) => {
    const cutout = store.read().document;
    if (!cutout) return;
    const png = await encodePng(cutout.original, cutout.matte, options);
    const fileName = cutoutFileName(cutout.fileName);
    downloadBlob(png, fileName);
    store.dispatch({ type: 'saved', run, fileName, bytes: png.size });
  });
}

/**
 * Says why nothing was started; what is there, or runs, stays.
 * @param {string} code
 */
function refuse(code) {
  if (store.read().busy) return;
  start('read', true, async () => {
    throw new Failure(code);
  });
}

/** @param {File} file */
const onFile = (file) => cutOut(() => file);
listenForDrops({ onFile, onNothing: () => refuse('nothing_dropped'), onDragging: board.setDragging });
listenForPastes({ onFile, onNothing: () => refuse('nothing_pasted') });
listenForPicks(find('photo-file'), findAll('[data-opens-picker]'), onFile);
createSamples(findAll('[data-photo]'), (address) => cutOut((signal) => fetchSample(address, signal)));
