// Runs one job in a module worker of its own; aborting the job terminates the worker.

import { Failure } from '../document/failure.js';
import { trustScript } from './own-script.js';
import { movable } from './shared-memory.js';

/** @import { FailureFacts } from '../document/failure.js' */
/** @import { JobOptions, Progress } from '../document/state.js' */
/** @import { MessagePart } from './shared-memory.js' */

/**
 * What a worker answers; serve-job.js is the other end.
 * @typedef {{type: 'progress', progress: Progress}
 *   | {type: 'done', output: unknown}
 *   | {type: 'failed', failure: FailureFacts}} WorkerReply
 */

/**
 * @template Output
 * @param {URL} address  of the worker: new URL('./x-worker.js', import.meta.url)
 * @param {unknown} input  given to the worker's function
 * @param {JobOptions & {transfer?: MessagePart[]}} options  transfer: of the input, to be moved instead of copied
 * @returns {Promise<Output>}
 */
export function runJob(address, input, { signal, transfer = [], onProgress }) {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = new Worker(trustScript(address), { type: 'module' });
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
    worker.postMessage(input, movable(transfer));
  });
}
