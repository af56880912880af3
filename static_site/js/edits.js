// What changes the document once it is there: each change is recorded, shown, and can be taken back.

import { diffMattes, pasteAlpha } from './document/matte-patch.js';
import { blurBackground, continueBackground } from './filters/own-background.js';
import { subjectBounds } from './filters/subject-bounds.js';
import { adjustMatte } from './matting/adjust.js';
import { createRecolouring } from './recolour.js';

/**
 * @import { Edit } from './document/history.js'
 * @import { MattePatch } from './document/matte-patch.js'
 * @import { Cutout, Picture, Rect } from './document/picture.js'
 * @import { Scene } from './document/scene.js'
 * @import { CutoutDocument } from './document/state.js'
 * @import { OwnBackground } from './filters/own-background.js'
 * @import { createStore } from './document/store.js'
 * @import { Adjustment } from './matting/adjust.js'
 * @import { createRuns } from './runs.js'
 * @import { createStage } from './view/stage.js'
 */

/**
 * @param {object} parts
 * @param {ReturnType<typeof createStore>} parts.store
 * @param {ReturnType<typeof createRuns>} parts.runs
 * @param {ReturnType<typeof createStage>} parts.stage
 */
export function createEdits({ store, runs, stage }) {
  // What is derived from a cutout, until its matte changes; a photo that nobody works on is not held by it.
  /** @type {WeakMap<Cutout, {rect: Rect | null}>} */
  const bounds = new WeakMap();
  /** @type {WeakMap<Cutout, {sharp: OwnBackground, picture: Picture, blurFraction: number}>} */
  const backgrounds = new WeakMap();

  const recolouring = createRecolouring(stage.refresh);

  /** @param {CutoutDocument} document @param {MattePatch} patch */
  const showMatte = ({ cutout }, { rect }) => {
    recolouring.plan(cutout, rect);
    bounds.delete(cutout);
    backgrounds.delete(cutout);
    stage.refresh(rect);
  };

  /** @param {MattePatch | null} patch  already in the matte @param {string} name */
  const recordPatch = (patch, name) => {
    const { document } = store.read();
    if (!patch || !document) return;
    showMatte(document, patch);
    store.dispatch({ type: 'edited', edit: { kind: 'matte', name, patch } });
  };

  /** @param {Edit | undefined} edit @param {'before' | 'after'} side */
  const step = (edit, side) => {
    const { document, busy } = store.read();
    if (!edit || !document || busy) return;
    if (edit.kind === 'matte') {
      pasteAlpha(document.cutout.matte, edit.patch.rect, edit.patch[side]);
      showMatte(document, edit.patch);
    }
    store.dispatch({ type: side === 'before' ? 'undone' : 'redone' });
  };

  return {
    recordPatch,
    undo: () => step(store.read().history.past.at(-1), 'before'),
    redo: () => step(store.read().history.future[0], 'after'),
    /** @param {Scene} scene @param {string} name */
    changeScene(scene, name) {
      const { document } = store.read();
      if (!document || document.scene === scene) return;
      const edit = { kind: /** @type {const} */ ('scene'), name, before: document.scene, after: scene };
      store.dispatch({ type: 'edited', edit: { ...edit, atMs: performance.now() } });
    },
    /** @param {Adjustment} adjustment @param {string} name */
    adjust(adjustment, name) {
      const { document, busy } = store.read();
      if (!document || busy) return;
      runs.start('adjust', true, async (run, options) => {
        const { matte } = document.cutout;
        const adjusted = await adjustMatte({ matte, adjustment }, options);
        const patch = diffMattes(matte.alpha, adjusted.alpha, matte.width);
        store.dispatch({ type: 'finished', run });
        if (patch) pasteAlpha(matte, patch.rect, patch.after);
        recordPatch(patch, name);
      });
    },
    /** @returns {Rect | null} of the subject, image pixels */
    bounds() {
      const { document } = store.read();
      if (!document) return null;
      const { cutout } = document;
      const known = bounds.get(cutout) ?? { rect: subjectBounds(cutout.matte) };
      bounds.set(cutout, known);
      return known.rect;
    },
    /** @returns {Picture | null} the photo's own background, where the scene asks for it */
    ownBackground() {
      const { document } = store.read();
      const background = document?.scene.background;
      if (!document || background?.kind !== 'blur') return null;
      const { cutout } = document;
      const { blurFraction } = background;
      const known = backgrounds.get(cutout);
      if (known?.blurFraction === blurFraction) return known.picture;
      const sharp = known?.sharp ?? continueBackground(cutout);
      const picture = blurBackground(sharp, blurFraction);
      backgrounds.set(cutout, { sharp, picture, blurFraction });
      return picture;
    },
    /** The colours of all edges as they will be exported. */
    settle: recolouring.finish,
  };
}
