// Mouse, pen and fingers on the stage: one draws or drags, two move and zoom the view.

/**
 * @typedef {{x: number, y: number}} ScreenPoint  in CSS pixels, from the stage's top left
 * @typedef {object} PointerGesture
 * @property {(screenPoint: ScreenPoint) => void} move
 * @property {() => void} commit
 * @property {() => void} cancel
 */

/** A wheel's notch, about 100 px, is a step of a seventh. */
const ZOOM_PER_WHEEL_PX = 0.0015;
/** A pinch on a touchpad comes as a wheel with small steps. */
const ZOOM_PER_PINCH_PX = 0.01;
const LINE_PX = 16;

/**
 * @param {HTMLElement} stage
 * @param {object} calls
 * @param {(screenPoint: ScreenPoint) => PointerGesture | null} calls.begin  null when there is nothing to do but pan
 * @param {(x: number, y: number) => void} calls.pan
 * @param {(factor: number, anchor: ScreenPoint) => void} calls.zoom
 * @param {(screenPoint: ScreenPoint | null) => void} calls.hover  null when no pointer is over the stage
 * @param {() => boolean} calls.isPanning  whether the space bar is held
 */
export function listenForPointers(stage, { begin, pan, zoom, hover, isPanning }) {
  /** @type {Map<number, ScreenPoint>} */
  const down = new Map();
  /** @type {PointerGesture | null} */
  let gesture = null;

  /** @param {MouseEvent} event @returns {ScreenPoint} */
  const locate = (event) => {
    const { left, top } = stage.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };

  /** @param {ScreenPoint} start @returns {PointerGesture} */
  const beginPan = (start) => {
    let last = start;
    const move = (/** @type {ScreenPoint} */ point) => {
      pan(point.x - last.x, point.y - last.y);
      last = point;
    };
    return { move, commit() {}, cancel() {} };
  };

  const cancel = () => {
    gesture?.cancel();
    gesture = null;
  };

  stage.addEventListener('pointerdown', (event) => {
    // The divider is a control of its own.
    if (event.target instanceof HTMLInputElement || event.button > 1) return;
    const point = locate(event);
    stage.setPointerCapture(event.pointerId);
    down.set(event.pointerId, point);
    if (down.size > 1) return cancel();
    if (event.button === 1) event.preventDefault();
    const panning = event.button === 1 || isPanning();
    gesture = (panning ? null : begin(point)) ?? beginPan(point);
  });

  stage.addEventListener('pointermove', (event) => {
    const point = locate(event);
    if (event.pointerType !== 'touch' || down.size === 1) hover(point);
    if (!down.has(event.pointerId)) return;
    if (down.size === 2) pinch(event.pointerId, point);
    else gesture?.move(point);
    down.set(event.pointerId, point);
  });

  /**
   * The fingers' middle moves the view, their distance zooms it.
   * @param {number} moved  the pointer that did
   * @param {ScreenPoint} to
   */
  const pinch = (moved, to) => {
    const from = /** @type {ScreenPoint} */ (down.get(moved));
    const [, other] = /** @type {[number, ScreenPoint]} */ ([...down].find(([id]) => id !== moved));
    const before = Math.hypot(from.x - other.x, from.y - other.y);
    const after = Math.hypot(to.x - other.x, to.y - other.y);
    pan((to.x - from.x) / 2, (to.y - from.y) / 2);
    if (before > 0 && after > 0) zoom(after / before, { x: (to.x + other.x) / 2, y: (to.y + other.y) / 2 });
  };

  /** @param {PointerEvent} event */
  const lift = (event) => {
    if (!down.delete(event.pointerId)) return;
    const ended = gesture;
    gesture = null;
    if (event.type === 'pointerup') ended?.commit();
    else ended?.cancel();
    if (event.pointerType === 'touch') hover(null);
  };
  stage.addEventListener('pointerup', lift);
  stage.addEventListener('pointercancel', lift);
  stage.addEventListener('pointerleave', () => hover(null));

  stage.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * LINE_PX : event.deltaY;
      zoom(Math.exp(-pixels * (event.ctrlKey ? ZOOM_PER_PINCH_PX : ZOOM_PER_WHEEL_PX)), locate(event));
    },
    { passive: false },
  );

  return {
    /** @returns {boolean} whether there was a gesture to cancel */
    cancel() {
      const wasRunning = gesture !== null;
      cancel();
      return wasRunning;
    },
  };
}
