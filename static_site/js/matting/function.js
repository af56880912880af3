// Matting engine 'function': asks the site's own server for the matte of a small copy.

import { Failure } from '../document/failure.js';
import { readFailure, readRetryAfter } from './answer.js';
import { readMatte } from './read-matte.js';

/** @import { Matte, SmallCopy } from '../document/picture.js' */
/** @import { Progress } from '../document/state.js' */

/**
 * Every matting engine is a module that exports `matte` of this type; on-device.js will be the second.
 * @typedef {(copy: SmallCopy, options: MattingOptions) => Promise<Matte>} MattingEngine  answers at the copy's size
 * @typedef {object} MattingOptions
 * @property {AbortSignal} signal
 * @property {(progress: Progress) => void} onProgress
 */

/** Resolved against this module, so that the site also works below a folder. */
const ADDRESS = new URL('../../v1.0/removebg', import.meta.url);

/** A warm function answers in about three seconds; after this many it is probably starting. */
const PATIENCE_MS = 6_000;

/** The gateway gives up after 29 s; a slow uplink needs some time before that. */
const TIMEOUT_MS = 90_000;

const DEFAULT_WAKE_SECONDS = 5;
const MAX_WAKE_SECONDS = 30;

/** @type {MattingEngine} */
export async function matte(copy, { signal, onProgress }) {
  let response = await send(copy, signal, onProgress);
  if (response.status === 503) {
    const asked = readRetryAfter(response.headers) ?? DEFAULT_WAKE_SECONDS;
    const seconds = Math.min(asked, MAX_WAKE_SECONDS);
    onProgress({ step: 'wake', seconds });
    await pause(seconds * 1000, signal);
    response = await send(copy, signal, onProgress);
  }
  if (!response.ok) throw await readFailure(response);
  return readMatte(await response.blob(), copy);
}

/**
 * @param {SmallCopy} copy
 * @param {AbortSignal} signal
 * @param {(progress: Progress) => void} onProgress
 */
async function send(copy, signal, onProgress) {
  onProgress({ step: 'send' });
  const form = new FormData();
  // Named here, because the photo's own name is nobody's business.
  form.append('image_file', copy.blob, 'photo');
  form.append('channels', 'alpha');
  form.append('size', 'full');
  form.append('format', 'png');
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const patience = setTimeout(() => onProgress({ step: 'wait' }), PATIENCE_MS);
  try {
    return await fetch(ADDRESS, {
      method: 'POST',
      body: form,
      headers: { Accept: 'image/png' },
      signal: AbortSignal.any([signal, timeout]),
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (timeout.aborted) throw new Failure('timed_out');
    // fetch says no more than 'TypeError' about a network that failed.
    if (error instanceof TypeError) throw new Failure(navigator.onLine ? 'server_unreachable' : 'offline');
    throw error;
  } finally {
    clearTimeout(patience);
  }
}

/**
 * @param {number} milliseconds
 * @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
function pause(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', abort, { once: true });
  });
}
