// Holds the state and tells of every change.

import { EMPTY_STATE, reduce } from './state.js';

/** @import { Action, State } from './state.js' */

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
