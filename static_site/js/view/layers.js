// Photo and cutout as canvases: a preview of the whole, and when one looks closer, the part in sight pixel by pixel.

import { equalRects, intersectRects, scaleRectOutwards } from '../document/rect.js';
import { shrinkCutout } from '../render/shrink-cutout.js';

/** @import { Cutout, Picture, Rect } from '../document/picture.js' */
/** @import { Size } from './viewport.js' */

/** @typedef {'photo' | 'cutout'} Layer */

/**
 * @param {number} width
 * @param {number} height
 */
function makeCanvas(width, height) {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return { canvas, context: /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')) };
}

/** @param {Picture} picture */
export function asImageData({ rgba, width, height }) {
  // A canvas takes nothing out of memory that is shared.
  const own = rgba.buffer instanceof ArrayBuffer ? rgba : rgba.slice();
  return new ImageData(/** @type {Uint8ClampedArray<ArrayBuffer>} */ (own), width, height);
}

/** Only the view's: the document never sees these premultiplied pixels. */
export function createLayers() {
  /** @type {Size | null} */
  let size = null;
  /** @type {ImageBitmap | null} */
  let photo = null;
  /** @type {Cutout | null} */
  let cutout = null;
  /** @type {ReturnType<typeof makeCanvas> | null} */
  let preview = null;
  /** @type {{rect: Rect, photo: HTMLCanvasElement, cutout: ReturnType<typeof makeCanvas>} | null} */
  let detail = null;

  /** @param {Rect} rect  image pixels */
  const refreshPreview = (rect) => {
    if (!cutout || !preview) return;
    const { width, height } = preview.canvas;
    const whole = { x: 0, y: 0, width, height };
    const scaled = scaleRectOutwards(rect, width / cutout.matte.width, height / cutout.matte.height);
    const target = intersectRects(scaled, whole);
    if (target) preview.context.putImageData(asImageData(shrinkCutout(cutout, whole, target)), target.x, target.y);
  };

  /** @param {Rect} rect  image pixels */
  const refreshDetail = (rect) => {
    const part = cutout && detail && intersectRects(rect, detail.rect);
    if (!part || !detail || !cutout) return;
    const pixels = shrinkCutout(cutout, cutout.original, part);
    detail.cutout.context.putImageData(asImageData(pixels), part.x - detail.rect.x, part.y - detail.rect.y);
  };

  return {
    /** How many preview pixels there are to an image pixel: beyond it, detail is needed. */
    previewScale: () => (photo && size ? photo.width / size.width : 1),
    hasCutout: () => preview !== null,
    /**
     * @param {Size} original
     * @param {ImageBitmap} bitmap  its preview; closed when the next photo comes
     */
    showPhoto(original, bitmap) {
      this.clear();
      size = original;
      photo = bitmap;
    },
    /**
     * @param {Cutout} next
     * @param {Picture} pixels  the cutout's preview
     */
    showCutout(next, pixels) {
      cutout = next;
      detail = null;
      preview = makeCanvas(pixels.width, pixels.height);
      preview.context.putImageData(asImageData(pixels), 0, 0);
    },
    /** @param {Rect} rect  image pixels whose matte has changed */
    refresh(rect) {
      refreshPreview(rect);
      refreshDetail(rect);
    },
    /** @param {Rect | null} rect  image pixels to hold pixel by pixel; null for none */
    setDetail(rect) {
      if (!rect || !cutout) {
        detail = null;
        return;
      }
      if (equalRects(detail?.rect, rect)) return;
      const before = makeCanvas(rect.width, rect.height);
      const { rgba, width } = cutout.original;
      const rows = new ImageData(rect.width, rect.height);
      for (let row = 0; row < rect.height; row++) {
        const start = ((rect.y + row) * width + rect.x) * 4;
        rows.data.set(rgba.subarray(start, start + rect.width * 4), row * rect.width * 4);
      }
      before.context.putImageData(rows, 0, 0);
      detail = { rect, photo: before.canvas, cutout: makeCanvas(rect.width, rect.height) };
      refreshDetail(rect);
    },
    /**
     * @param {CanvasRenderingContext2D} context  in image pixels
     * @param {Layer} layer
     * @param {Rect | null} inSight  image pixels; null when all may be
     */
    draw(context, layer, inSight) {
      if (!size) return;
      const whole = layer === 'photo' ? photo : preview?.canvas;
      const close = layer === 'photo' ? detail?.photo : detail?.cutout.canvas;
      const held = detail && inSight && intersectRects(inSight, detail.rect);
      if (detail && close && held && held.width === inSight.width && held.height === inSight.height) {
        context.drawImage(close, detail.rect.x, detail.rect.y);
      } else if (whole) {
        context.drawImage(whole, 0, 0, size.width, size.height);
      }
    },
    clear() {
      photo?.close();
      size = photo = cutout = preview = detail = null;
    },
  };
}
