// What the status line says for each state.

/** @import { Progress, State, Step } from '../document/state.js' */

/** @type {Record<Step, string>} */
const STEP_WORDS = {
  read: 'Reading the photo',
  copy: 'Making a small copy',
  send: 'Removing the background',
  wait: 'Still removing the background. The server may be waking up, which can take half a minute',
  wake: 'The server is waking up',
  'fetch-model': 'Downloading the model, once',
  'start-model': 'Starting the model on this device',
  infer: 'Removing the background on this device',
  compose: 'Composing the cutout at full size',
  adjust: 'Changing the matte',
  encode: 'Writing the picture',
};

/** Before the first photo; index.html has the same words. */
export const IDLE_WORDS = 'JPEG, PNG, WebP, AVIF, GIF or HEIC, up to 50 megapixels.';

/**
 * @param {State} state
 * @returns {string} '' when there is nothing to say
 */
export function statusWords({ busy, news, document, failure }) {
  if (busy) return stepWords(busy);
  // The notice speaks instead.
  if (failure) return '';
  switch (news.kind) {
    case 'saved':
      return `Saved as ${news.fileName}, ${formatBytes(news.bytes)}.`;
    case 'copied':
      return 'Copied. Paste it where you need it.';
    case 'shared':
      return 'Shared.';
    case 'cancelled':
      return document ? 'Cancelled. The cutout is still here.' : 'Cancelled. Ready for a photo.';
    case 'edited':
      return `${news.name}: done.`;
    case 'undone':
    case 'redone':
      return `${news.kind === 'undone' ? 'Undone' : 'Done again'}: ${news.name.toLowerCase()}.`;
  }
  if (document) {
    const { width, height } = document.cutout.original;
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
