// The drop shadow's settings; its lengths are given as shares of the picture, so that they suit every size.

/** @import { Scene, Shadow } from '../document/scene.js' */

/** @type {Record<'angleDeg' | 'distancePercent' | 'blurPercent' | 'opacityPercent', string>} */
const UNITS = { angleDeg: '°', distancePercent: ' %', blurPercent: ' %', opacityPercent: ' %' };

/**
 * @param {HTMLElement} panel
 * @param {(shadow: Shadow | null) => void} onChange
 */
export function createShadowPanel(panel, onChange) {
  const part = (/** @type {string} */ name) =>
    /** @type {HTMLInputElement} */ (panel.querySelector(`[data-part="${name}"]`));
  const names = /** @type {(keyof typeof UNITS)[]} */ (Object.keys(UNITS));
  const on = part('on');
  let longSide = 1;

  /** @returns {Shadow} */
  const read = () => ({
    angleDeg: part('angleDeg').valueAsNumber,
    distancePx: (part('distancePercent').valueAsNumber / 100) * longSide,
    blurPx: (part('blurPercent').valueAsNumber / 100) * longSide,
    opacity: part('opacityPercent').valueAsNumber / 100,
    colour: part('colour').value,
  });

  const showValues = () => {
    part('settings').hidden = !on.checked;
    for (const name of names) part(`${name}-value`).textContent = `${part(name).value}${UNITS[name]}`;
  };

  panel.addEventListener('input', () => {
    showValues();
    onChange(on.checked ? read() : null);
  });

  return {
    /** @param {Scene} scene */
    show({ artboard, shadow }) {
      longSide = Math.max(artboard.width, artboard.height);
      on.checked = Boolean(shadow);
      if (shadow) {
        part('angleDeg').valueAsNumber = shadow.angleDeg;
        part('distancePercent').valueAsNumber = (shadow.distancePx / longSide) * 100;
        part('blurPercent').valueAsNumber = (shadow.blurPx / longSide) * 100;
        part('opacityPercent').valueAsNumber = shadow.opacity * 100;
        part('colour').value = shadow.colour;
      }
      showValues();
    },
  };
}
