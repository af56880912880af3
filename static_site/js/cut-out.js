// From a file to a document: read, matte, compose; or, where no subject was found, a matte to paint by hand.

import { initialScene } from './document/scene.js';
import { decodePhoto } from './io/decode.js';
import { compose } from './matting/compose.js';

/**
 * @import { Matte } from './document/picture.js'
 * @import { JobOptions } from './document/state.js'
 * @import { createStore } from './document/store.js'
 * @import { DecodedPhoto } from './io/decode.js'
 * @import { MattingEngine } from './matting/function.js'
 * @import { createRuns } from './runs.js'
 * @import { createStage } from './view/stage.js'
 */

/**
 * @param {object} parts
 * @param {ReturnType<typeof createStore>} parts.store
 * @param {ReturnType<typeof createRuns>} parts.runs
 * @param {ReturnType<typeof createStage>} parts.stage
 * @param {MattingEngine} parts.matte
 * @param {() => void} parts.onComposed
 */
export function createCutOut({ store, runs, stage, matte, onComposed }) {
  /** A photo that no subject was found in. @type {{fileName: string, decoded: DecodedPhoto} | null} */
  let undecided = null;

  /**
   * @param {number} run
   * @param {JobOptions} options
   * @param {{fileName: string, decoded: DecodedPhoto}} photo
   * @param {Matte} small
   */
  const finish = async (run, options, { fileName, decoded }, small) => {
    options.onProgress({ step: 'compose' });
    const { preview, ...cutout } = await compose(decoded.original, small, options);
    undecided = null;
    stage.showCutout(cutout, preview);
    store.dispatch({ type: 'composed', run, document: { fileName, cutout, scene: initialScene(cutout.original) } });
    onComposed();
  };

  return {
    /** @param {(signal: AbortSignal) => File | Promise<File>} open */
    async start(open) {
      await runs.start('read', false, async (run, options) => {
        undecided = null;
        stage.clear();
        const file = await open(options.signal);
        const photo = { fileName: file.name, decoded: await decodePhoto(file, options) };
        const { original, preview, copy } = photo.decoded;
        stage.showPhoto(original, preview, { scene: initialScene(original), ghost: false, ownBackground: null });
        undecided = photo;
        await finish(run, options, photo, await matte(copy, options));
      });
      const { busy, document, failure } = store.read();
      if (failure?.code !== 'unknown_foreground') undecided = null;
      if (!busy && !document && !undecided) stage.clear();
    },
    canPaint: () => undecided !== null,
    /** Goes on with an empty matte, to be painted by hand. */
    paint() {
      const photo = undecided;
      if (!photo) return;
      const { width, height } = photo.decoded.copy;
      const empty = { width, height, alpha: new Uint8Array(width * height) };
      runs.start('compose', true, async (run, options) => {
        await finish(run, options, photo, empty);
        store.dispatch({ type: 'tools', tools: { tab: 'brush', brushMode: 'restore' } });
      });
    },
  };
}
