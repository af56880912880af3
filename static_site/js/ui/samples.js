// The sample photos to try.

/**
 * @param {Iterable<HTMLElement>} buttons  each with the address of its photo in data-photo
 * @param {(address: string) => void} onSample
 */
export function createSamples(buttons, onSample) {
  for (const button of buttons) {
    button.addEventListener('click', () => onSample(new URL(button.dataset.photo ?? '', document.baseURI).href));
  }
}
