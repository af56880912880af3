// The stage: draws the scene as the camera sees it, when something has changed.

import { createCamera } from './camera.js';
import { createLayers } from './layers.js';
import { paintPhoto, paintScene } from './paint.js';
import { createRedraw } from './redraw.js';
import { showWindow } from './window.js';

/**
 * @import { Cutout, Picture, Rect } from '../document/picture.js'
 * @import { Scene } from '../document/scene.js'
 * @import { Size, Viewport } from './viewport.js'
 */

/**
 * How the cutout is to be looked at.
 * @typedef {object} Look
 * @property {Scene} scene
 * @property {boolean} ghost  what was removed shows faintly
 * @property {Picture | null} ownBackground  blurred, for a background of that kind
 */

/** More device pixels than this per CSS pixel cost time and are not seen. */
const MAX_DENSITY = 2;

/** From here on pixels are shown as they are. */
const PIXELATED_FROM_SCALE = 4;

/**
 * @param {object} elements
 * @param {HTMLElement} elements.stage  the room there is
 * @param {HTMLCanvasElement} elements.canvas  fills the stage
 * @param {(viewport: Viewport) => void} onView  called when one looks elsewhere
 */
export function createStage({ stage, canvas }, onView) {
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const layers = createLayers();
  /** @type {Size | null} */
  let original = null;
  /** @type {Look | null} */
  let look = null;
  let split = 1;
  let held = false;

  const density = () => Math.min(devicePixelRatio, MAX_DENSITY);
  const room = () => ({ width: stage.clientWidth, height: stage.clientHeight });

  /** @param {boolean} careful */
  const draw = (careful) => {
    context.resetTransform();
    context.clearRect(0, 0, canvas.width, canvas.height);
    if (!look || !original) return;
    const viewport = camera.read();
    const inSight = camera.sight();
    const device = density();
    const needsDetail = camera.photoScale() * device > layers.previewScale();
    if (careful) layers.setDetail(needsDetail ? inSight : null);
    context.imageSmoothingEnabled = viewport.scale < PIXELATED_FROM_SCALE;
    context.imageSmoothingQuality = careful ? 'high' : 'low';
    const scale = viewport.scale * device;
    /** @type {import('./paint.js').View} */
    const view = {
      ...look,
      original,
      toDevice: [scale, 0, 0, scale, viewport.x * device, viewport.y * device],
      drawLayer: (to, layer) => layers.draw(to, layer, inSight),
    };
    const sight = showWindow(stage, viewport, camera.artboard(), room(), split);
    const end = (sight.x + sight.width) * device;
    const divider = held || !layers.hasCutout() ? end : (sight.x + sight.width * split) * device;
    const top = sight.y * device;
    const height = sight.height * device;
    clipTo([sight.x * device, top, divider - sight.x * device, height], () => paintPhoto(context, view));
    clipTo([divider, top, end - divider, height], () => paintScene(context, view));
  };

  /** @param {[x: number, y: number, width: number, height: number]} box  canvas pixels @param {() => void} paint */
  const clipTo = (box, paint) => {
    if (box[2] <= 0) return;
    context.save();
    context.beginPath();
    context.rect(...box);
    context.clip();
    paint();
    context.restore();
  };

  const redraw = createRedraw(draw);
  const camera = createCamera(room, (viewport) => {
    onView(viewport);
    redraw();
  });

  new ResizeObserver(() => {
    if (stage.clientWidth === 0) return;
    canvas.width = Math.round(stage.clientWidth * density());
    canvas.height = Math.round(stage.clientHeight * density());
    camera.layOut();
    draw(false);
  }).observe(stage);

  return {
    camera,
    /**
     * @param {Size} size  of the full-size photo
     * @param {ImageBitmap} bitmap  its preview; the stage closes it when it is done
     * @param {Look} first
     */
    showPhoto(size, bitmap, first) {
      layers.showPhoto(size, bitmap);
      original = size;
      look = first;
      camera.lookAt(size, first.scene);
    },
    /** @param {Cutout} cutout @param {Picture} preview */
    showCutout(cutout, preview) {
      layers.showCutout(cutout, preview);
      redraw();
    },
    /** @param {Look} next */
    show(next) {
      look = next;
      camera.follow(next.scene);
      redraw();
    },
    /** @param {Rect} rect  image pixels whose matte has changed */
    refresh(rect) {
      layers.refresh(rect);
      redraw();
    },
    /** @param {number} fraction  0..1 of the width in sight that shows the photo as it was */
    setSplit(fraction) {
      split = fraction;
      redraw();
    },
    /** @param {boolean} asItWas  the photo alone */
    holdOriginal(asItWas) {
      held = asItWas;
      redraw();
    },
    clear() {
      layers.clear();
      original = look = null;
      draw(false);
    },
  };
}
