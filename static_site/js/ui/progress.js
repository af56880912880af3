// The status line, the progress bar and the seconds that a run has taken.

/** @import { Progress } from '../document/state.js' */

/** Short runs need no clock; it would only flicker. */
const SHOW_SECONDS_FROM = 2;

/**
 * @param {object} elements
 * @param {HTMLElement} elements.status  role=status: read aloud when its words change, and only then
 * @param {HTMLElement} elements.elapsed  outside of the status, or each second would be read aloud
 * @param {HTMLProgressElement} elements.bar
 */
export function createProgress({ status, elapsed, bar }) {
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let clock;
  let startedAt = 0;

  const tick = () => {
    const seconds = Math.floor((performance.now() - startedAt) / 1000);
    elapsed.textContent = seconds >= SHOW_SECONDS_FROM ? `· ${seconds} s` : '';
  };

  return {
    /**
     * @param {string} words
     * @param {Progress | null} busy
     */
    show(words, busy) {
      if (status.textContent !== words) status.textContent = words;
      bar.hidden = !busy;
      if (busy?.fraction === undefined) bar.removeAttribute('value');
      else bar.value = busy.fraction;
      if (busy && clock === undefined) {
        startedAt = performance.now();
        clock = setInterval(tick, 250);
      } else if (!busy) {
        clearInterval(clock);
        clock = undefined;
        elapsed.textContent = '';
      }
    },
  };
}
