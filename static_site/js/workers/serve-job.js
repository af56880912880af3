// The worker's end of run-job.js: takes one input, reports progress, answers once.

import { failureFacts } from '../document/failure.js';
import { movable } from './shared-memory.js';

/** @import { Progress } from '../document/state.js' */
/** @import { WorkerReply } from './run-job.js' */
/** @import { MessagePart } from './shared-memory.js' */

/**
 * @template Input
 * @param {(input: Input, report: (progress: Progress) => void) =>
 *   Promise<{output: unknown, transfer: MessagePart[]}>} job
 */
export function serveJob(job) {
  /** @param {WorkerReply} reply @param {MessagePart[]} [transfer] */
  const answer = (reply, transfer = []) => self.postMessage(reply, { transfer: movable(transfer) });
  self.addEventListener('message', async (/** @type {MessageEvent<Input>} */ { data }) => {
    try {
      const { output, transfer } = await job(data, (progress) => answer({ type: 'progress', progress }));
      answer({ type: 'done', output }, transfer);
    } catch (error) {
      answer({ type: 'failed', failure: failureFacts(error) });
    }
  });
}
