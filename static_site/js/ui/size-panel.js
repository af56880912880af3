// The picture's size: pixels, ratios, crop to the subject, and what shops ask for.

import { applyPreset } from '../document/apply-preset.js';
import { cropToSubject, resizeArtboard, setRatio } from '../document/artboard.js';
import { PRESETS } from '../document/presets.js';
import { initialScene } from '../document/scene.js';

/**
 * @import { Rect } from '../document/picture.js'
 * @import { Size } from '../document/placement.js'
 * @import { Preset } from '../document/presets.js'
 * @import { Scene } from '../document/scene.js'
 */

/**
 * What a panel works on. The bounds of the subject take time to find, so they are asked for when they are needed.
 * @typedef {{scene: Scene, original: Size, bounds: Rect | null}} Subject
 */

/** An enlargement that begins to be seen. */
const NOTICED_SCALE = 1.1;

/**
 * @param {HTMLElement} panel
 * @param {object} calls
 * @param {() => Subject | null} calls.read
 * @param {(scene: Scene, name: string) => void} calls.onChange
 * @param {(preset: Preset) => void} calls.onPreset  after the change: it may suggest a format for the export
 */
export function createSizePanel(panel, { read, onChange, onPreset }) {
  const part = (/** @type {string} */ name) =>
    /** @type {HTMLInputElement} */ (panel.querySelector(`[data-part="${name}"]`));
  const presets = /** @type {HTMLSelectElement} */ (panel.querySelector('[data-part="preset"]'));
  const chosenPreset = () => PRESETS[presets.selectedIndex];

  /** @param {string} name @param {(subject: Subject) => Scene} make */
  const change = (name, make) => {
    const subject = read();
    if (subject) onChange(make(subject), name);
  };

  for (const side of ['width', 'height']) {
    part(side).addEventListener('change', () => {
      const length = part(side).valueAsNumber;
      if (length >= 1) change('Size', ({ scene }) => resizeArtboard(scene, { ...scene.artboard, [side]: length }));
    });
  }

  for (const button of /** @type {NodeListOf<HTMLElement>} */ (panel.querySelectorAll('[data-ratio]'))) {
    button.addEventListener('click', () => {
      change('Ratio', ({ scene, original, bounds }) => {
        const [across, down] = button.dataset.ratio?.split(':').map(Number) ?? [];
        return setRatio(scene, across / down || original.width / original.height, bounds, original);
      });
    });
  }

  part('crop').addEventListener('click', () => {
    change('Crop', ({ scene, original, bounds }) => {
      const amount = Math.max(part('margin').valueAsNumber || 0, 0);
      const margin = part('margin-unit').value === 'px' ? { px: amount } : { fraction: amount / 100 };
      return cropToSubject(scene, bounds, original, { margin });
    });
  });

  presets.replaceChildren(...PRESETS.map(({ id, name }) => new Option(name, id)));
  const showRule = () => {
    const { artboard, rule, source, read: day } = chosenPreset();
    part('rule').textContent = `${artboard.width} × ${artboard.height} pixels. ${rule}`;
    const link = /** @type {HTMLAnchorElement} */ (panel.querySelector('[data-part="source"]'));
    link.href = source;
    link.textContent = `As read on ${day} at ${new URL(source).hostname}`;
  };
  presets.addEventListener('change', showRule);
  showRule();
  part('apply-preset').addEventListener('click', () => {
    const preset = chosenPreset();
    change(preset.name, ({ scene, original, bounds }) => applyPreset(scene, preset, bounds, original));
    onPreset(preset);
  });

  part('reset').addEventListener('click', () => {
    change('As in the photo', ({ scene, original }) => {
      const { artboard, placement } = initialScene(original);
      return { ...scene, artboard, placement };
    });
  });

  return {
    /** @param {Scene} scene */
    show({ artboard, placement }) {
      part('enlarged').hidden = placement.scale <= NOTICED_SCALE;
      part('enlarged').textContent =
        `The photo is enlarged to ${Math.round(placement.scale * 100)} %: it has fewer pixels than this size could show.`;
      for (const side of /** @type {const} */ (['width', 'height'])) {
        // Whatever is being typed is not overwritten by a change elsewhere.
        if (part(side).dataset.shown === String(artboard[side])) continue;
        part(side).dataset.shown = part(side).value = String(artboard[side]);
      }
    },
  };
}
