// The before/after slider: a native range, so that pointers, keys and screen readers all know it.

/** Time for the divider to open the cutout once it is there. */
const REVEAL_MS = 700;

/**
 * @param {HTMLElement} slider  around the range and its two labels
 * @param {HTMLInputElement} range  0..100: percent of the width that shows the photo as it was
 * @param {(fraction: number) => void} onMove  0..1
 */
export function createSlider(slider, range, onMove) {
  let reveal = 0;
  const move = () => {
    range.setAttribute('aria-valuetext', `${Math.round(range.valueAsNumber)} % before`);
    onMove(range.valueAsNumber / 100);
  };
  range.addEventListener('input', () => {
    cancelAnimationFrame(reveal);
    move();
  });
  /** @param {number} percent */
  const set = (percent) => {
    range.valueAsNumber = percent;
    move();
  };

  return {
    /** @param {boolean} visible  when it is not, all is shown as the cutout */
    show(visible) {
      if (slider.hidden !== visible) return;
      slider.hidden = !visible;
      if (visible) move();
      else {
        cancelAnimationFrame(reveal);
        onMove(0);
      }
    },
    /** Opens the comparison from the photo to the middle, or at once where motion is not wanted. */
    reveal() {
      cancelAnimationFrame(reveal);
      if (matchMedia('(prefers-reduced-motion: reduce)').matches) return set(50);
      const startedAt = performance.now();
      const step = () => {
        const time = Math.min(1, (performance.now() - startedAt) / REVEAL_MS);
        set(100 - 50 * (1 - (1 - time) ** 3));
        if (time < 1) reveal = requestAnimationFrame(step);
      };
      step();
    },
  };
}
