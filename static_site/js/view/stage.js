// Draws the photo and, right of the divider, its cutout on the stage's canvas.

import { fitViewport, toScreen } from './viewport.js';

/** @import { Size } from './viewport.js' */

/**
 * @param {object} elements
 * @param {HTMLElement} elements.stage  the room there is
 * @param {HTMLElement} elements.frame  laid exactly over the image; shows the checkerboard
 * @param {HTMLCanvasElement} elements.canvas  fills the frame
 */
export function createStage({ stage, frame, canvas }) {
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  /** @type {Size | null} */
  let image = null;
  /** @type {ImageBitmap | null} */
  let before = null;
  /** @type {ImageBitmap | null} */
  let after = null;
  let split = 0.5;

  const layOut = () => {
    if (!image || stage.clientWidth === 0) return;
    const viewport = fitViewport(image, { width: stage.clientWidth, height: stage.clientHeight });
    const end = toScreen(viewport, { x: image.width, y: image.height });
    const width = Math.max(1, Math.round(end.x - viewport.x));
    const height = Math.max(1, Math.round(end.y - viewport.y));
    frame.style.setProperty('--frame-x', `${viewport.x}px`);
    frame.style.setProperty('--frame-y', `${viewport.y}px`);
    frame.style.setProperty('--frame-width', `${width}px`);
    frame.style.setProperty('--frame-height', `${height}px`);
    canvas.width = Math.round(width * devicePixelRatio);
    canvas.height = Math.round(height * devicePixelRatio);
    draw();
  };

  const draw = () => {
    const { width, height } = canvas;
    frame.style.setProperty('--split', String(split));
    context.clearRect(0, 0, width, height);
    context.imageSmoothingQuality = 'high';
    if (after) context.drawImage(after, 0, 0, width, height);
    if (!before) return;
    const edge = after ? Math.round(width * split) : width;
    context.save();
    context.beginPath();
    context.rect(0, 0, edge, height);
    context.clip();
    // The photo may be transparent itself: the cutout must not shine through.
    context.clearRect(0, 0, width, height);
    context.drawImage(before, 0, 0, width, height);
    context.restore();
  };

  new ResizeObserver(layOut).observe(stage);

  return {
    /**
     * @param {Size} size  of the full-size photo
     * @param {ImageBitmap} bitmap  its preview; the stage closes it when it is done
     */
    showPhoto(size, bitmap) {
      this.clear();
      image = size;
      before = bitmap;
      layOut();
    },
    /** @param {ImageBitmap} bitmap  the cutout's preview */
    showCutout(bitmap) {
      after = bitmap;
      draw();
    },
    /** @param {number} fraction  0..1 of the image's width that shows the photo as it was */
    setSplit(fraction) {
      split = fraction;
      draw();
    },
    clear() {
      before?.close();
      after?.close();
      image = before = after = null;
      context.clearRect(0, 0, canvas.width, canvas.height);
    },
  };
}
