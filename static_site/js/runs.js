// Long work, one at a time: what it reports, how it fails, and how it is cancelled.

import { Failure, failureFacts } from './document/failure.js';
import { decodePicture } from './io/decode.js';

/**
 * @import { Picture } from './document/picture.js'
 * @import { JobOptions, Step } from './document/state.js'
 * @import { createStore } from './document/store.js'
 */

/**
 * @param {ReturnType<typeof createStore>} store
 */
export function createRuns(store) {
  let running = new AbortController();

  /**
   * A new run cancels the one before it, whose late reports the state then ignores.
   * @param {Step} step
   * @param {boolean} keepsDocument
   * @param {(run: number, options: JobOptions) => Promise<void>} work  ends with 'composed' or 'finished'
   */
  const start = async (step, keepsDocument, work) => {
    running.abort();
    running = new AbortController();
    const { signal } = running;
    const run = store.read().run + 1;
    store.dispatch({ type: 'began', run, step, keepsDocument });
    try {
      await work(run, { signal, onProgress: (now) => store.dispatch({ type: 'progressed', run, progress: now }) });
    } catch (error) {
      store.dispatch(
        signal.aborted ? { type: 'cancelled', run } : { type: 'failed', run, failure: failureFacts(error) },
      );
    }
  };

  return {
    start,
    cancel: () => running.abort(),
    /**
     * A picture beside the photo: a matte, or what goes behind the subject.
     * @param {File} file
     * @param {(picture: Picture) => void} use  called when it is read
     */
    readPicture(file, use) {
      start('read', true, async (run, options) => {
        const picture = await decodePicture(file, options);
        store.dispatch({ type: 'finished', run });
        use(picture);
      });
    },
    /**
     * Says why nothing was started; what is there, or runs, stays.
     * @param {string} code
     */
    refuse(code) {
      this.fail(new Failure(code));
    },
    /** @param {unknown} error  of work that was no run */
    fail(error) {
      if (store.read().busy) return;
      start('read', true, async () => {
        throw error;
      });
    },
  };
}
