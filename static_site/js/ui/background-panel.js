// What is behind the subject: nothing, a colour, a gradient, a picture, or the photo's own background, blurred.

/** @import { Background } from '../document/scene.js' */

/** @typedef {Background['kind']} Kind */

/** @type {Record<Exclude<Kind, 'picture'>, string>} */
const NAMES = { transparent: 'Background', colour: 'Colour', gradient: 'Gradient', blur: 'Blur' };

/**
 * @param {HTMLElement} panel
 * @param {object} calls
 * @param {(background: Background, name: string) => void} calls.onChange
 * @param {(file: File) => void} calls.onPicture  a file to be put behind the subject
 */
export function createBackgroundPanel(panel, { onChange, onPicture }) {
  const part = (/** @type {string} */ name) =>
    /** @type {HTMLInputElement} */ (panel.querySelector(`[data-part="${name}"]`));
  const kinds = /** @type {NodeListOf<HTMLInputElement>} */ (panel.querySelectorAll('[name=background-kind]'));
  const groups = /** @type {NodeListOf<HTMLElement>} */ (panel.querySelectorAll('[data-kind]'));
  const file = part('picture-file');
  /** @type {Background} */
  let shown = { kind: 'transparent' };
  /** Whoever tries another background finds this one again. @type {Background | null} */
  let lastPicture = null;

  /** @param {Exclude<Kind, 'picture'>} kind @returns {Background} */
  const read = (kind) => {
    switch (kind) {
      case 'transparent':
        return { kind };
      case 'colour':
        return { kind, colour: part('colour').value };
      case 'gradient':
        return {
          kind,
          from: part('start-colour').value,
          to: part('end-colour').value,
          angleDeg: part('angleDeg').valueAsNumber,
        };
      case 'blur':
        return { kind, blurFraction: part('blurPercent').valueAsNumber / 100 };
    }
  };

  /** @param {Exclude<Kind, 'picture'>} kind */
  const change = (kind) => {
    showValues();
    onChange(read(kind), NAMES[kind]);
  };

  const showValues = () => {
    part('angleDeg-value').textContent = `${part('angleDeg').value}°`;
    part('blurPercent-value').textContent = `${part('blurPercent').value} %`;
  };

  const showKind = () => {
    for (const kind of kinds) kind.checked = kind.value === shown.kind;
    for (const group of groups) group.hidden = group.dataset.kind !== shown.kind;
  };

  for (const input of kinds) {
    const kind = /** @type {Kind} */ (input.value);
    input.addEventListener('change', () => {
      if (kind !== 'picture') change(kind);
      else if (lastPicture) onChange(lastPicture, 'Picture');
      else file.click();
    });
  }
  for (const group of groups) {
    const kind = /** @type {Kind} */ (group.dataset.kind);
    group.addEventListener('input', () => {
      if (kind !== 'picture') change(kind);
    });
  }
  part('choose-picture').addEventListener('click', () => file.click());
  file.addEventListener('change', () => {
    const picked = file.files?.[0];
    file.value = '';
    if (picked) onPicture(picked);
  });
  // No picture was chosen: what is marked is again what is there.
  file.addEventListener('cancel', showKind);
  showValues();

  return {
    /** @param {Background} background */
    show(background) {
      shown = background;
      if (background.kind === 'picture') lastPicture = background;
      if (background.kind === 'colour') part('colour').value = background.colour;
      if (background.kind === 'gradient') {
        part('start-colour').value = background.from;
        part('end-colour').value = background.to;
        part('angleDeg').valueAsNumber = background.angleDeg;
      }
      if (background.kind === 'blur') part('blurPercent').valueAsNumber = background.blurFraction * 100;
      showValues();
      showKind();
    },
  };
}
