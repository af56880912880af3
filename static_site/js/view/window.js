// The part of the artboard that is in sight, told to the style sheet: the checkerboard and the divider lie on it.

/** @import { Size, Viewport } from './viewport.js' */

/**
 * @param {HTMLElement} stage
 * @param {Viewport} viewport
 * @param {Size} artboard
 * @param {Size} room  of the stage, CSS pixels
 * @param {number} split  0..1
 * @returns {{x: number, y: number, width: number, height: number}} CSS pixels from the stage's top left
 */
export function showWindow(stage, viewport, artboard, room, split) {
  const x = Math.max(0, viewport.x);
  const y = Math.max(0, viewport.y);
  const width = Math.min(room.width, viewport.x + artboard.width * viewport.scale) - x;
  const height = Math.min(room.height, viewport.y + artboard.height * viewport.scale) - y;
  const values = { x, y, width: Math.max(0, width), height: Math.max(0, height) };
  for (const [name, value] of Object.entries(values)) stage.style.setProperty(`--frame-${name}`, `${value}px`);
  stage.style.setProperty('--split', String(split));
  return values;
}
