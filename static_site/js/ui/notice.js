// Says what went wrong, what to do about it, and offers to do it.

/** @import { FailureWords } from './failure-words.js' */

/**
 * @param {HTMLElement} notice  role=alert, with an element for each of the two sentences, and a button
 * @param {() => void} onOffer
 */
export function createNotice(notice, onOffer) {
  const [what, toDo, offer] = /** @type {NodeListOf<HTMLElement>} */ (notice.querySelectorAll('[data-part]'));
  offer.addEventListener('click', onOffer);
  return {
    /** @param {FailureWords | null} words @param {string | null} [offered]  words of the button */
    show(words, offered = null) {
      notice.hidden = !words;
      what.textContent = words?.what ?? '';
      toDo.textContent = words?.toDo ?? '';
      offer.hidden = !offered;
      offer.textContent = offered ?? '';
      if (words) notice.scrollIntoView({ block: 'nearest' });
    },
  };
}
