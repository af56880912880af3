// Says what went wrong and what to do about it.

/** @import { FailureWords } from './failure-words.js' */

/** @param {HTMLElement} notice  role=alert, with an element for each of the two sentences */
export function createNotice(notice) {
  const [what, toDo] = /** @type {NodeListOf<HTMLElement>} */ (notice.querySelectorAll('[data-part]'));
  return {
    /** @param {FailureWords | null} words */
    show(words) {
      notice.hidden = !words;
      what.textContent = words?.what ?? '';
      toDo.textContent = words?.toDo ?? '';
      if (words) notice.scrollIntoView({ block: 'nearest' });
    },
  };
}
