// The pure transform between the image and the screen.

/**
 * @typedef {{x: number, y: number}} ImagePoint  in pixels of the full-size image
 * @typedef {{x: number, y: number}} ScreenPoint  in CSS pixels, from the stage's top left
 * @typedef {{width: number, height: number}} Size
 */

/**
 * screen = image * scale + (x, y)
 * @typedef {object} Viewport
 * @property {number} scale  CSS pixels per image pixel
 * @property {number} x  of the image's left edge, CSS pixels
 * @property {number} y  of the image's top edge, CSS pixels
 */

/** Small pictures are enlarged, but not until they are mush. */
const MAX_FIT_SCALE = 2;

/**
 * The whole image, centred on the stage, edges on whole pixels.
 * @param {Size} image
 * @param {Size} stage  CSS pixels
 * @returns {Viewport}
 */
export function fitViewport(image, stage) {
  const scale = Math.min(stage.width / image.width, stage.height / image.height, MAX_FIT_SCALE);
  return {
    scale,
    x: Math.round((stage.width - image.width * scale) / 2),
    y: Math.round((stage.height - image.height * scale) / 2),
  };
}

/**
 * @param {Viewport} viewport
 * @param {ImagePoint} imagePoint
 * @returns {ScreenPoint}
 */
export function toScreen({ scale, x, y }, imagePoint) {
  return { x: imagePoint.x * scale + x, y: imagePoint.y * scale + y };
}

/**
 * @param {Viewport} viewport
 * @param {ScreenPoint} screenPoint
 * @returns {ImagePoint}
 */
export function toImage({ scale, x, y }, screenPoint) {
  return { x: (screenPoint.x - x) / scale, y: (screenPoint.y - y) / scale };
}
