// The page's one state, and the one way to change it: dispatch(action).

/**
 * @import { FailureFacts } from './failure.js'
 * @import { Matte, Picture } from './picture.js'
 */

/**
 * What is worked on. Original and matte are kept apart, so that nothing is lost by removing it.
 * @typedef {object} CutoutDocument
 * @property {string} fileName  of the photo, as picked; never sent anywhere
 * @property {Picture} original
 * @property {Matte} matte  of the original's size
 */

/**
 * @typedef {'read' | 'copy' | 'send' | 'wait' | 'wake' | 'compose' | 'encode'} Step
 * @typedef {object} Progress
 * @property {Step} step
 * @property {number} [fraction]  0..1; absent while nobody can know
 * @property {number} [seconds]  until the next try
 */

/**
 * @typedef {object} State
 * @property {number} run  number of the newest run; whatever an older run still reports is ignored
 * @property {Progress | null} busy
 * @property {CutoutDocument | null} document
 * @property {FailureFacts | null} failure
 * @property {'nothing' | 'composed' | 'saved' | 'cancelled'} news  what the newest run came to
 * @property {{fileName: string, bytes: number} | null} saved
 */

/**
 * @typedef {{type: 'began', run: number, step: Step, keepsDocument: boolean}
 *   | {type: 'progressed', run: number, progress: Progress}
 *   | {type: 'composed', run: number, document: CutoutDocument}
 *   | {type: 'saved', run: number, fileName: string, bytes: number}
 *   | {type: 'failed', run: number, failure: FailureFacts}
 *   | {type: 'cancelled', run: number}} Action
 */

/** @type {State} */
export const EMPTY_STATE = { run: 0, busy: null, document: null, failure: null, news: 'nothing', saved: null };

/**
 * @param {State} state
 * @param {Action} action
 * @returns {State} a new state, or the same one when the action is not of the running run
 */
export function reduce(state, action) {
  if (action.type === 'began') {
    if (action.run <= state.run) return state;
    const document = action.keepsDocument ? state.document : null;
    return { ...EMPTY_STATE, run: action.run, busy: { step: action.step }, document };
  }
  if (action.run !== state.run || !state.busy) return state;
  switch (action.type) {
    case 'progressed':
      return { ...state, busy: action.progress };
    case 'composed':
      return { ...state, busy: null, document: action.document, news: 'composed' };
    case 'saved':
      return { ...state, busy: null, news: 'saved', saved: { fileName: action.fileName, bytes: action.bytes } };
    case 'failed':
      return { ...state, busy: null, failure: action.failure };
    case 'cancelled':
      return { ...state, busy: null, news: 'cancelled' };
  }
}

/**
 * @param {(state: State) => void} onChange  called after each action that changed something
 * @returns {{dispatch: (action: Action) => void, read: () => State}}
 */
export function createStore(onChange) {
  let state = EMPTY_STATE;
  return {
    dispatch(action) {
      const next = reduce(state, action);
      if (next === state) return;
      state = next;
      onChange(state);
    },
    read: () => state,
  };
}
