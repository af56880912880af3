// The one large area: the drop zone while there is no photo, the stage once there is one.

/** @import { State } from '../document/state.js' */

/**
 * @param {object} elements
 * @param {HTMLElement} elements.board
 * @param {HTMLElement} elements.dropZone
 * @param {HTMLElement} elements.stage
 */
export function createBoard({ board, dropZone, stage }) {
  return {
    /** @param {State} state @param {boolean} canPaint  a photo waits for a matte painted by hand */
    show({ busy, document }, canPaint) {
      const onStage = Boolean(busy || document || canPaint);
      // A sample further down the page, or a photo dropped there, starts a run on the board.
      if (onStage && stage.hidden) board.scrollIntoView({ block: 'nearest' });
      dropZone.hidden = onStage;
      stage.hidden = !onStage;
      board.toggleAttribute('data-busy', Boolean(busy));
      globalThis.document.documentElement.toggleAttribute('data-editing', onStage);
      board.toggleAttribute('data-removing', Boolean(busy) && !document);
    },
    /** @param {boolean} dragging  files hover over the page */
    setDragging(dragging) {
      board.toggleAttribute('data-dragging', dragging);
    },
  };
}
