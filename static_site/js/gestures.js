// The tool in hand, as a gesture on the stage.

import { beginBrush } from './tools/brush.js';
import { beginMove } from './tools/move-subject.js';
import { pickColour } from './tools/pick-colour.js';

/**
 * @import { createStore } from './document/store.js'
 * @import { createEdits } from './edits.js'
 * @import { PointerGesture, ScreenPoint } from './input/pointers.js'
 * @import { createRuns } from './runs.js'
 * @import { createStage } from './view/stage.js'
 */

/** What a stroke is called, plain and magic. */
const BRUSH_NAMES = { erase: ['Erase', 'Magic erase'], restore: ['Restore', 'Magic restore'] };

/**
 * @param {object} parts
 * @param {ReturnType<typeof createStore>} parts.store
 * @param {ReturnType<typeof createRuns>} parts.runs
 * @param {ReturnType<typeof createStage>} parts.stage
 * @param {ReturnType<typeof createEdits>} parts.edits
 * @param {(colour: string) => void} parts.onColour
 */
export function createGestures({ store, runs, stage, edits, onColour }) {
  const { camera } = stage;

  /** @param {() => void} act @returns {PointerGesture} one that does all it does when the pointer is lifted */
  const click = (act) => ({ move() {}, commit: act, cancel() {} });

  /** @param {ScreenPoint} start @returns {PointerGesture | null} */
  const begin = (start) => {
    const { document, tools, busy } = store.read();
    if (!document || busy) return null;
    const { cutout, scene } = document;
    if (tools.picking) {
      return click(() => {
        const colour = pickColour(cutout.original, camera.toPhoto(start));
        if (colour) onColour(colour);
      });
    }
    switch (tools.tab) {
      case 'brush': {
        const { brushMode: mode, magic, hardness, opacity } = tools;
        const radiusPx = tools.brushPx / 2 / camera.photoScale();
        const brush = { mode, radiusPx, hardness, opacity };
        const gesture = beginBrush(camera.toPhoto(start), { cutout, brush, magic, onChange: stage.refresh });
        const name = BRUSH_NAMES[mode][Number(magic)];
        return {
          move: (point) => gesture.move(camera.toPhoto(point)),
          commit: () => edits.recordPatch(gesture.commit(), name),
          cancel: gesture.cancel,
        };
      }
      case 'parts': {
        const { x, y } = camera.toPhoto(start);
        const point = { x: Math.floor(x), y: Math.floor(y) };
        const name = tools.partMode === 'removePart' ? 'Remove a part' : 'Keep a part';
        return click(() => edits.adjust({ kind: tools.partMode, point }, name));
      }
      case 'place': {
        const show = (/** @type {import('./document/scene.js').Scene} */ moved) =>
          stage.show({ scene: moved, ghost: false, ownBackground: edits.ownBackground() });
        const gesture = beginMove(camera.toArtboard(start), scene, show);
        return {
          move: (point) => gesture.move(camera.toArtboard(point)),
          commit() {
            const moved = gesture.commit();
            if (moved) edits.changeScene(moved, 'Move');
          },
          cancel: gesture.cancel,
        };
      }
      default:
        return null;
    }
  };

  return {
    /** @param {ScreenPoint} start @returns {PointerGesture | null} null where a drag moves the view */
    begin(start) {
      try {
        return begin(start);
      } catch (error) {
        // A stroke keeps the matte as it was, and so needs memory.
        runs.fail(error);
        return null;
      }
    },
    /** Whether the tool in hand works on a point. */
    isAiming() {
      const { document, tools } = store.read();
      return Boolean(document) && (tools.picking || ['brush', 'parts', 'place'].includes(tools.tab));
    },
  };
}
