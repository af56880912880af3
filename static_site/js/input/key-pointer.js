// A pointer that the keyboard moves over the stage: arrows to aim, Enter to press and to lift.

/** @import { PointerGesture, ScreenPoint } from './pointers.js' */

const STEP_PX = 12;
const FINE_STEP_PX = 1;

/** @type {Record<string, [x: number, y: number]>} */
const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * @param {HTMLElement} stage  can have the focus
 * @param {object} calls
 * @param {(screenPoint: ScreenPoint) => PointerGesture | null} calls.begin
 * @param {(x: number, y: number) => void} calls.pan  what the arrows do where nothing can be aimed at
 * @param {(screenPoint: ScreenPoint | null) => void} calls.hover
 * @param {() => boolean} calls.isAiming  whether a tool is in hand that works on a point
 */
export function listenForKeyPointer(stage, { begin, pan, hover, isAiming }) {
  /** @type {ScreenPoint | null} */
  let point = null;
  /** @type {PointerGesture | null} */
  let gesture = null;

  const press = () => {
    if (!point) return;
    if (gesture) {
      const ended = gesture;
      gesture = null;
      ended.commit();
      return;
    }
    gesture = begin(point);
  };

  const cancel = () => {
    const wasRunning = gesture !== null;
    gesture?.cancel();
    gesture = null;
    return wasRunning;
  };

  stage.addEventListener('keydown', (event) => {
    if (event.target !== stage) return;
    const direction = DIRECTIONS[event.key];
    if (!direction && event.key !== 'Enter') return;
    event.preventDefault();
    const step = event.shiftKey ? FINE_STEP_PX : STEP_PX;
    if (!isAiming()) {
      if (direction) pan(-direction[0] * step, -direction[1] * step);
      return;
    }
    point ??= { x: Math.round(stage.clientWidth / 2), y: Math.round(stage.clientHeight / 2) };
    if (direction) {
      point = {
        x: Math.min(stage.clientWidth, Math.max(0, point.x + direction[0] * step)),
        y: Math.min(stage.clientHeight, Math.max(0, point.y + direction[1] * step)),
      };
      gesture?.move(point);
    } else press();
    hover(point);
  });
  stage.addEventListener('blur', () => {
    cancel();
    if (point) hover(null);
    point = null;
  });

  return { cancel };
}
