// Runs one job in a module worker of its own; aborting the job terminates the worker.

import { Failure } from '../document/failure.js';

/** @import { FailureFacts } from '../document/failure.js' */
/** @import { Progress } from '../document/state.js' */

/**
 * What a worker answers; serve-job.js is the other end.
 * @typedef {{type: 'progress', progress: Progress}
 *   | {type: 'done', output: unknown}
 *   | {type: 'failed', failure: FailureFacts}} WorkerReply
 */

// The pages are served with `require-trusted-types-for 'script'`: the address of a worker is only accepted from a
// policy which the header names (`trusted-types fix-shots`). This one lets nothing pass but this site's own workers.
const trustedTypes = /** @type {any} */ (globalThis).trustedTypes;
const policy = trustedTypes?.createPolicy('fix-shots', { createScriptURL: requireOwnWorker });

/**
 * @param {string} address
 * @returns {string} the address, when it is a worker of this site
 */
export function requireOwnWorker(address) {
  const site = new URL('..', import.meta.url);
  if (!address.startsWith(site.href) || !/^[\w/-]+-worker\.js$/.test(address.slice(site.href.length))) {
    throw new TypeError(`not one of this site's workers: ${address}`);
  }
  return address;
}

/**
 * @template Output
 * @param {URL} address  of the worker: new URL('./x-worker.js', import.meta.url)
 * @param {unknown} input  given to the worker's function
 * @param {object} options
 * @param {AbortSignal} options.signal
 * @param {Transferable[]} [options.transfer]  parts of the input that move instead of being copied
 * @param {(progress: Progress) => void} options.onProgress
 * @returns {Promise<Output>}
 */
export function runJob(address, input, { signal, transfer = [], onProgress }) {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = new Worker(policy ? policy.createScriptURL(address.href) : requireOwnWorker(address.href), {
      type: 'module',
    });
    const end = () => {
      worker.terminate();
      signal.removeEventListener('abort', abort);
    };
    const abort = () => {
      end();
      reject(signal.reason);
    };
    signal.addEventListener('abort', abort);
    worker.onmessage = (/** @type {MessageEvent<WorkerReply>} */ { data }) => {
      if (data.type === 'progress') return onProgress(data.progress);
      end();
      if (data.type === 'done') resolve(/** @type {Output} */ (data.output));
      else reject(new Failure(data.failure.code, data.failure));
    };
    worker.onerror = (event) => {
      end();
      // An event without a message means that the worker's own file could not be loaded.
      if (event.message) reject(new Error(event.message));
      else reject(navigator.onLine ? new Failure('worker_not_loaded') : new Failure('offline'));
    };
    worker.onmessageerror = () => {
      end();
      reject(new Failure('out_of_memory'));
    };
    worker.postMessage(input, transfer);
  });
}
