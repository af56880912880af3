// The whole scene, row by row: background, shadow, subject. All that is exported and copied is drawn here.

import { placementMatrix } from '../document/placement.js';
import { blurBackground, continueBackground } from '../filters/own-background.js';
import { backgroundRows } from './background-rows.js';
import { overRow } from './over-row.js';
import { cutoutRows } from './pixel-rows.js';
import { placeRows } from './place-rows.js';
import { shadowRows } from './shadow-rows.js';

/**
 * @import { Cutout } from '../document/picture.js'
 * @import { Scene } from '../document/scene.js'
 */

/**
 * @typedef {object} SceneRenderer
 * @property {number} width
 * @property {number} height
 * @property {boolean} opaque  whether alpha is 255 everywhere
 * @property {(y: number, row: Uint8Array | Uint8ClampedArray) => void} writeRow  straight RGBA; fastest from top to bottom
 */

/** The blurred background is smooth: more pixels would only repeat each other. */
export const OWN_BACKGROUND_SIDE_PX = 1024;

/**
 * @param {Cutout} cutout
 * @param {Scene} scene
 * @returns {SceneRenderer}
 */
export function createSceneRenderer(cutout, { artboard, placement, background, shadow }) {
  const { width, height } = artboard;
  const matrix = placementMatrix(placement, cutout.original);
  const subject = cutoutRows(cutout);
  const behind = backgroundRows(background, artboard, () => {
    const blurFraction = background.kind === 'blur' ? background.blurFraction : 0;
    return blurBackground(continueBackground(cutout, OWN_BACKGROUND_SIDE_PX), blurFraction);
  });
  const layers = [placeRows(subject, matrix, { x: 0, y: 0, width, height })];
  if (shadow && shadow.opacity > 0) layers.unshift(shadowRows(subject, matrix, shadow, artboard));
  const [lowest, ...upper] = behind ? [behind.rows, ...layers] : layers;
  const top = new Uint8Array(width * 4);
  return {
    width,
    height,
    opaque: behind?.opaque ?? false,
    writeRow(y, row) {
      lowest.writeRow(y, row);
      for (const layer of upper) {
        layer.writeRow(y, top);
        overRow(row, top);
      }
    },
  };
}
