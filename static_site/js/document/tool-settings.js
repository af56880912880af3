// Which tool is in hand, and how it is set.

/**
 * @typedef {'compare' | 'brush' | 'parts' | 'edges' | 'place' | 'background' | 'shadow'} Tab
 */

/**
 * @typedef {object} ToolSettings
 * @property {Tab} tab
 * @property {'erase' | 'restore'} brushMode
 * @property {boolean} magic  strokes snap to the photo's edges
 * @property {number} brushPx  diameter on the screen, CSS pixels: the same under the hand at every zoom
 * @property {number} hardness  0..1
 * @property {number} opacity  0..1
 * @property {'removePart' | 'keepPart'} partMode
 * @property {boolean} ghost  what was removed shows faintly while a brush is in hand
 * @property {boolean} picking  the next click on the photo picks a colour
 */

export const MIN_BRUSH_PX = 4;
export const MAX_BRUSH_PX = 200;

/** @type {ToolSettings} */
export const INITIAL_TOOLS = {
  tab: 'compare',
  brushMode: 'erase',
  magic: false,
  brushPx: 40,
  hardness: 0.8,
  opacity: 1,
  partMode: 'removePart',
  ghost: true,
  picking: false,
};

/**
 * A brush one step larger or smaller: steps grow with the brush, so that each is as easy to see.
 * @param {number} brushPx
 * @param {1 | -1} direction
 */
export function stepBrush(brushPx, direction) {
  const stepped = Math.round(direction > 0 ? brushPx * 1.2 + 1 : (brushPx - 1) / 1.2);
  return Math.min(MAX_BRUSH_PX, Math.max(MIN_BRUSH_PX, stepped));
}
