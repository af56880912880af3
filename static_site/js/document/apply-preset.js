// Lays a scene out as a shop's preset asks for it.

import { fitSubject } from './artboard.js';
import { moveSubject, placedBox, subjectRect } from './placement.js';

/**
 * @import { Rect } from './picture.js'
 * @import { Size } from './placement.js'
 * @import { Preset } from './presets.js'
 * @import { Scene } from './scene.js'
 */

/**
 * @param {Scene} scene
 * @param {Preset} preset
 * @param {Rect | null} bounds  of the subject, image pixels
 * @param {Size} original
 * @returns {Scene} the preset's artboard, the subject fitted into it, and what else its rule demands
 */
export function applyPreset(scene, preset, bounds, original) {
  const { artboard, fillFraction, stands, background, withoutShadow } = preset;
  const dressed = {
    ...scene,
    background: background ?? scene.background,
    shadow: withoutShadow ? null : scene.shadow,
  };
  if (stands === 'middle') return fitSubject(dressed, bounds, original, artboard, fillFraction);
  const rect = subjectRect(bounds, original);
  const scale =
    (scene.placement.scale * fillFraction * artboard.height) / placedBox(scene.placement, rect, original).height;
  const fitted = { ...dressed, artboard, placement: { ...scene.placement, scale } };
  const { x, y, width, height } = placedBox(fitted.placement, rect, original);
  return moveSubject(fitted, artboard.width / 2 - x - width / 2, artboard.height - y - height);
}
