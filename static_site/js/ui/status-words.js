// What the status line says for each state.

/** @import { Progress, State, Step } from '../document/state.js' */

/** @type {Record<Step, string>} */
const STEP_WORDS = {
  read: 'Reading the photo',
  copy: 'Making a small copy',
  send: 'Removing the background',
  wait: 'Still removing the background. The server may be waking up, which can take half a minute',
  wake: 'The server is waking up',
  compose: 'Composing the cutout at full size',
  encode: 'Writing the PNG',
};

/** Before the first photo; index.html has the same words. */
export const IDLE_WORDS = 'JPEG, PNG, WebP, AVIF or GIF, up to 50 megapixels.';

/**
 * @param {State} state
 * @returns {string} '' when there is nothing to say
 */
export function statusWords({ busy, news, document, failure, saved }) {
  if (busy) return stepWords(busy);
  // The notice speaks instead.
  if (failure) return '';
  if (news === 'saved' && saved) return `Saved as ${saved.fileName}, ${formatBytes(saved.bytes)}.`;
  if (news === 'cancelled') return document ? 'Cancelled. The cutout is still here.' : 'Cancelled. Ready for a photo.';
  if (document) {
    const { width, height } = document.original;
    return `Done: ${width} × ${height} pixels.`;
  }
  return IDLE_WORDS;
}

/** @param {Progress} progress */
function stepWords({ step, seconds }) {
  if (step === 'wake' && seconds !== undefined) return `${STEP_WORDS.wake}. Trying again in ${seconds} s`;
  return STEP_WORDS[step];
}

/**
 * @param {number} bytes
 * @returns {string} in decimal units, as systems show file sizes
 */
export function formatBytes(bytes) {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
