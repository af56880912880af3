// When to draw: in the next frame, and once more, with care, when nothing has changed for a moment.

/** A view at rest is drawn smoothly, and pixel by pixel where one looks closely. */
const REST_MS = 140;

/**
 * @param {(careful: boolean) => void} draw
 * @returns {() => void} call it whenever something has changed
 */
export function createRedraw(draw) {
  let isDue = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let rest;
  const drawNow = () => {
    isDue = false;
    draw(false);
  };
  return () => {
    if (!isDue) requestAnimationFrame(drawNow);
    isDue = true;
    clearTimeout(rest);
    rest = setTimeout(draw, REST_MS, true);
  };
}
