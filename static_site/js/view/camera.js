// Where one looks: the viewport, moved and zoomed, and what of photo and artboard it shows.

import { apply, invert, multiply } from '../document/matrix.js';
import { placementMatrix } from '../document/placement.js';
import { intersectRects } from '../document/rect.js';
import { fitViewport, panBy, toArtboard, zoomAt } from './viewport.js';

/**
 * @import { Matrix } from '../document/matrix.js'
 * @import { Rect } from '../document/picture.js'
 * @import { Scene } from '../document/scene.js'
 * @import { ScreenPoint, Size, Viewport } from './viewport.js'
 */

/**
 * @param {() => Size} room  of the stage, CSS pixels
 * @param {(viewport: Viewport) => void} onChange
 */
export function createCamera(room, onChange) {
  /** @type {Viewport} */
  let viewport = { scale: 1, x: 0, y: 0 };
  /** @type {Size} */
  let original = { width: 1, height: 1 };
  /** @type {Scene | null} */
  let scene = null;
  /** The whole artboard stays in sight, until somebody looks closer. */
  let fitted = true;

  const artboard = () => scene?.artboard ?? original;

  /** @param {Viewport} next */
  const set = (next) => {
    viewport = next;
    onChange(viewport);
  };

  const layOut = () => {
    if (room().width === 0) return;
    set(fitted ? fitViewport(artboard(), room()) : panBy(viewport, 0, 0, artboard(), room()));
  };

  /** @returns {Matrix} photo pixels to CSS pixels of the stage */
  const photoToScreen = () => {
    const { scale, x, y } = viewport;
    const toScreen = /** @type {Matrix} */ ([scale, 0, 0, scale, x, y]);
    return scene ? multiply(toScreen, placementMatrix(scene.placement, original)) : toScreen;
  };

  return {
    read: () => viewport,
    artboard,
    layOut,
    /** @param {Size} size  of the photo @param {Scene} first */
    lookAt(size, first) {
      original = size;
      scene = first;
      fitted = true;
      layOut();
    },
    /** @param {Scene} next  of the same photo */
    follow(next) {
      const before = scene?.artboard;
      scene = next;
      if (before !== next.artboard) layOut();
    },
    /** @param {number} factor  > 1 is closer @param {ScreenPoint} [anchor]  the centre when left out */
    zoom(factor, anchor = { x: room().width / 2, y: room().height / 2 }) {
      fitted = false;
      set(zoomAt(viewport, anchor, factor, artboard(), room()));
    },
    /** @param {number} x @param {number} y  CSS pixels */
    pan(x, y) {
      fitted = false;
      set(panBy(viewport, x, y, artboard(), room()));
    },
    fit() {
      fitted = true;
      layOut();
    },
    /** @returns {number} CSS pixels to a photo pixel */
    photoScale: () => viewport.scale * (scene?.placement.scale ?? 1),
    /** @param {ScreenPoint} screenPoint */
    toPhoto: (screenPoint) => apply(invert(photoToScreen()), screenPoint),
    /** @param {ScreenPoint} screenPoint */
    toArtboard: (screenPoint) => toArtboard(viewport, screenPoint),
    /** @returns {Rect | null} photo pixels that are in sight */
    sight() {
      const back = invert(photoToScreen());
      const { width, height } = room();
      const corners = [
        { x: 0, y: 0 },
        { x: width, y: 0 },
        { x: 0, y: height },
        { x: width, y: height },
      ].map((corner) => apply(back, corner));
      const xs = corners.map(({ x }) => x);
      const ys = corners.map(({ y }) => y);
      const x = Math.floor(Math.min(...xs));
      const y = Math.floor(Math.min(...ys));
      const box = { x, y, width: Math.ceil(Math.max(...xs)) - x, height: Math.ceil(Math.max(...ys)) - y };
      return intersectRects(box, { x: 0, y: 0, ...original });
    },
  };
}
