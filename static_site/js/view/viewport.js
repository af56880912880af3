// The pure transform between the artboard and the screen.

/**
 * @typedef {{x: number, y: number}} ArtboardPoint  in pixels of the exported picture
 * @typedef {{x: number, y: number}} ScreenPoint  in CSS pixels, from the stage's top left
 * @typedef {{width: number, height: number}} Size
 */

/**
 * screen = artboard * scale + (x, y)
 * @typedef {object} Viewport
 * @property {number} scale  CSS pixels per artboard pixel
 * @property {number} x  of the artboard's left edge, CSS pixels
 * @property {number} y  of the artboard's top edge, CSS pixels
 */

/** Single pixels are easily hit at this scale. */
const MAX_SCALE = 16;

/** Of the whole artboard's scale: a little room around it is all that zooming out is for. */
const MIN_FIT_FRACTION = 0.5;

/** So much of the artboard stays on the stage, wherever it is dragged. */
const KEPT_PX = 64;

/** Around a whole picture, for the eye and for the divider's handle; once one looks closer, there is none. */
export const FIT_MARGIN_PX = 24;

/** Small pictures are enlarged, but not until they are mush. */
const MAX_FIT_SCALE = 2;

/**
 * The whole artboard, centred on the stage, edges on whole pixels.
 * @param {Size} artboard
 * @param {Size} stage  CSS pixels
 * @returns {Viewport}
 */
export function fitViewport(artboard, stage) {
  const width = Math.max(1, stage.width - 2 * FIT_MARGIN_PX);
  const height = Math.max(1, stage.height - 2 * FIT_MARGIN_PX);
  const scale = Math.min(width / artboard.width, height / artboard.height, MAX_FIT_SCALE);
  return {
    scale,
    x: Math.round((stage.width - artboard.width * scale) / 2),
    y: Math.round((stage.height - artboard.height * scale) / 2),
  };
}

/**
 * Closer or further away, the point under the pointer staying where it is.
 * @param {Viewport} viewport
 * @param {ScreenPoint} anchor
 * @param {number} factor  > 1 is closer
 * @param {Size} artboard
 * @param {Size} stage
 * @returns {Viewport}
 */
export function zoomAt(viewport, anchor, factor, artboard, stage) {
  const least = fitViewport(artboard, stage).scale * MIN_FIT_FRACTION;
  const scale = Math.min(Math.max(viewport.scale * factor, least), Math.max(MAX_SCALE, least));
  const ratio = scale / viewport.scale;
  const moved = {
    scale,
    x: anchor.x - (anchor.x - viewport.x) * ratio,
    y: anchor.y - (anchor.y - viewport.y) * ratio,
  };
  return keepInSight(moved, artboard, stage);
}

/**
 * @param {Viewport} viewport
 * @param {number} x  CSS pixels to the right
 * @param {number} y  CSS pixels down
 * @param {Size} artboard
 * @param {Size} stage
 * @returns {Viewport}
 */
export function panBy(viewport, x, y, artboard, stage) {
  return keepInSight({ ...viewport, x: viewport.x + x, y: viewport.y + y }, artboard, stage);
}

/**
 * @param {Viewport} viewport
 * @param {Size} artboard
 * @param {Size} stage
 * @returns {Viewport}
 */
function keepInSight({ scale, x, y }, artboard, stage) {
  const keep = (/** @type {number} */ start, /** @type {number} */ length, /** @type {number} */ room) => {
    const kept = Math.min(KEPT_PX, length, room);
    return Math.min(Math.max(start, kept - length), room - kept);
  };
  return {
    scale,
    x: keep(x, artboard.width * scale, stage.width),
    y: keep(y, artboard.height * scale, stage.height),
  };
}

/**
 * @param {Viewport} viewport
 * @param {ArtboardPoint} artboardPoint
 * @returns {ScreenPoint}
 */
export function toScreen({ scale, x, y }, artboardPoint) {
  return { x: artboardPoint.x * scale + x, y: artboardPoint.y * scale + y };
}

/**
 * @param {Viewport} viewport
 * @param {ScreenPoint} screenPoint
 * @returns {ArtboardPoint}
 */
export function toArtboard({ scale, x, y }, screenPoint) {
  return { x: (screenPoint.x - x) / scale, y: (screenPoint.y - y) / scale };
}
