// The page's one state, and the one way to change it: dispatch(action).

import { EMPTY_HISTORY, record, stepBack, stepForward } from './history.js';
import { INITIAL_TOOLS } from './tool-settings.js';

/**
 * @import { FailureFacts } from './failure.js'
 * @import { Edit, History } from './history.js'
 * @import { Cutout } from './picture.js'
 * @import { Scene } from './scene.js'
 * @import { ToolSettings } from './tool-settings.js'
 */

/**
 * What is worked on. The buffers of the cutout are changed in place by the tools; everything else is replaced.
 * @typedef {object} CutoutDocument
 * @property {string} fileName  of the photo, as picked; never sent anywhere
 * @property {Cutout} cutout
 * @property {Scene} scene
 */

/**
 * @typedef {'read' | 'copy' | 'send' | 'wait' | 'wake' | 'fetch-model' | 'start-model' | 'infer' | 'compose' | 'adjust'
 *   | 'encode'} Step
 * @typedef {object} Progress
 * @property {Step} step
 * @property {number} [fraction]  0..1; absent while nobody can know
 * @property {number} [seconds]  until the next try
 * @typedef {{signal: AbortSignal, onProgress: (progress: Progress) => void}} JobOptions  of long work
 */

/**
 * @typedef {object} State
 * @property {number} run  number of the newest run; whatever an older run still reports is ignored
 * @property {Progress | null} busy
 * @property {CutoutDocument | null} document
 * @property {History} history
 * @property {boolean} unsaved  whether leaving would lose edits
 * @property {ToolSettings} tools
 * @property {FailureFacts | null} failure
 * @property {News} news  what happened last
 */

/**
 * @typedef {{kind: 'nothing'} | {kind: 'composed'} | {kind: 'cancelled'}
 *   | {kind: 'edited' | 'undone' | 'redone', name: string}
 *   | {kind: 'saved', fileName: string, bytes: number}
 *   | {kind: 'copied'} | {kind: 'shared'}} News
 */

/**
 * @typedef {{type: 'began', run: number, step: Step, keepsDocument: boolean}
 *   | {type: 'progressed', run: number, progress: Progress}
 *   | {type: 'composed', run: number, document: CutoutDocument}
 *   | {type: 'finished', run: number, news?: News}
 *   | {type: 'failed', run: number, failure: FailureFacts}
 *   | {type: 'cancelled', run: number}
 *   | {type: 'edited', edit: Edit}
 *   | {type: 'undone'}
 *   | {type: 'redone'}
 *   | {type: 'tools', tools: Partial<ToolSettings>}} Action
 */

/** @type {State} */
export const EMPTY_STATE = {
  run: 0,
  busy: null,
  document: null,
  history: EMPTY_HISTORY,
  unsaved: false,
  tools: INITIAL_TOOLS,
  failure: null,
  news: { kind: 'nothing' },
};

/**
 * @param {State} state
 * @param {Action} action
 * @returns {State} a new state, or the same one when the action comes too late or has nothing to work on
 */
export function reduce(state, action) {
  switch (action.type) {
    case 'began': {
      if (action.run <= state.run) return state;
      const kept = action.keepsDocument ? state : { ...EMPTY_STATE, tools: { ...state.tools, tab: INITIAL_TOOLS.tab } };
      return { ...kept, run: action.run, busy: { step: action.step }, failure: null, news: EMPTY_STATE.news };
    }
    case 'tools':
      return { ...state, tools: { ...state.tools, ...action.tools } };
    case 'edited':
    case 'undone':
    case 'redone':
      return reduceEdit(state, action);
    default:
      return action.run === state.run && state.busy ? reduceRun({ ...state, busy: null }, action) : state;
  }
}

/**
 * @param {State} state  no longer busy
 * @param {Extract<Action, {run: number}> & {type: Exclude<Action['type'], 'began'>}} action
 * @returns {State}
 */
function reduceRun(state, action) {
  switch (action.type) {
    case 'progressed':
      return { ...state, busy: action.progress };
    case 'composed':
      return { ...state, document: action.document, news: { kind: 'composed' } };
    case 'finished': {
      const saved = action.news?.kind === 'saved' || action.news?.kind === 'shared';
      return { ...state, news: action.news ?? state.news, unsaved: state.unsaved && !saved };
    }
    case 'failed':
      return { ...state, failure: action.failure };
    case 'cancelled':
      return { ...state, news: { kind: 'cancelled' } };
  }
}

/**
 * @param {State} state
 * @param {{type: 'edited', edit: Edit} | {type: 'undone'} | {type: 'redone'}} action
 * @returns {State}
 */
function reduceEdit(state, action) {
  const { document, history } = state;
  if (!document) return state;
  const done = { ...state, failure: null, unsaved: true };
  if (action.type === 'edited') {
    const { edit } = action;
    const news = /** @type {const} */ ({ kind: 'edited', name: edit.name });
    return { ...done, document: withScene(document, edit, 'after'), history: record(history, edit), news };
  }
  const back = action.type === 'undone';
  const edit = back ? history.past.at(-1) : history.future[0];
  if (!edit) return state;
  return {
    ...done,
    document: withScene(document, edit, back ? 'before' : 'after'),
    history: back ? stepBack(history) : stepForward(history),
    news: { kind: action.type, name: edit.name },
  };
}

/** @param {CutoutDocument} document @param {Edit} edit @param {'before' | 'after'} side */
function withScene(document, edit, side) {
  return edit.kind === 'scene' ? { ...document, scene: edit[side] } : document;
}
