// The brush's outline, or a crosshair, where the pointer is.

/** @import { ScreenPoint } from './viewport.js' */

/**
 * @param {HTMLElement} cursor  in the stage
 */
export function createCursor(cursor) {
  /** @type {ScreenPoint | null} */
  let point = null;
  /** @type {'none' | 'brush' | 'cross'} */
  let shape = 'none';

  const place = () => {
    cursor.hidden = !point || shape === 'none';
    if (!point) return;
    cursor.style.setProperty('--cursor-x', `${point.x}px`);
    cursor.style.setProperty('--cursor-y', `${point.y}px`);
  };

  return {
    /** @param {ScreenPoint | null} screenPoint */
    move(screenPoint) {
      point = screenPoint;
      place();
    },
    /** @param {'none' | 'brush' | 'cross'} next @param {number} diameterPx  CSS pixels */
    show(next, diameterPx) {
      shape = next;
      cursor.dataset.shape = next;
      cursor.style.setProperty('--cursor-size', `${diameterPx}px`);
      place();
    },
  };
}
