// Drags the subject over the artboard.

import { moveSubject } from '../document/placement.js';

/**
 * @import { Scene } from '../document/scene.js'
 * @import { Gesture } from './tool.js'
 */

/**
 * @param {{x: number, y: number}} start  artboard pixels
 * @param {Scene} scene
 * @param {(scene: Scene) => void} onChange  shown, but not yet done
 * @returns {Gesture<Scene>} moves in artboard pixels
 */
export function beginMove(start, scene, onChange) {
  let moved = scene;
  return {
    move(point) {
      // Whole pixels, so that the photo need not be resampled.
      moved = moveSubject(scene, Math.round(point.x - start.x), Math.round(point.y - start.y));
      onChange(moved);
    },
    commit: () => (moved === scene ? null : moved),
    cancel: () => onChange(scene),
  };
}
