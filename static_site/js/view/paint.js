// Paints the scene on the stage's canvas, as the export will have it.

import { multiply } from '../document/matrix.js';
import { placementMatrix } from '../document/placement.js';
import { asImageData } from './layers.js';

/**
 * @import { Matrix } from '../document/matrix.js'
 * @import { Picture } from '../document/picture.js'
 * @import { Background, Scene, Shadow } from '../document/scene.js'
 * @import { Layer } from './layers.js'
 * @import { Size } from './viewport.js'
 */

/**
 * @typedef {object} View
 * @property {Scene} scene
 * @property {Size} original  of the photo
 * @property {Picture | null} ownBackground  blurred, for a background of that kind
 * @property {Matrix} toDevice  artboard pixels to canvas pixels
 * @property {(context: CanvasRenderingContext2D, layer: Layer) => void} drawLayer  in image pixels
 * @property {boolean} ghost  what was removed shows faintly
 */

/** Of what was removed: enough to aim a brush at. */
const GHOST_OPACITY = 0.3;

/** @type {WeakMap<Picture, OffscreenCanvas>} */
const canvases = new WeakMap();

/** @param {Picture} picture */
function asCanvas(picture) {
  const known = canvases.get(picture);
  if (known) return known;
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext('2d')?.putImageData(asImageData(picture), 0, 0);
  canvases.set(picture, canvas);
  return canvas;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {View} view
 */
export function paintPhoto(context, view) {
  context.setTransform(...photoToDevice(view));
  view.drawLayer(context, 'photo');
}

/**
 * @param {CanvasRenderingContext2D} context  clipped to the artboard
 * @param {View} view
 */
export function paintScene(context, view) {
  const { scene, toDevice } = view;
  context.setTransform(...toDevice);
  paintBackground(context, view);
  context.setTransform(...photoToDevice(view));
  if (view.ghost) {
    context.globalAlpha = GHOST_OPACITY;
    view.drawLayer(context, 'photo');
    context.globalAlpha = 1;
  }
  if (scene.shadow) castShadow(context, scene.shadow, toDevice[0]);
  view.drawLayer(context, 'cutout');
  context.shadowColor = 'transparent';
}

/** @param {View} view */
function photoToDevice({ scene, original, toDevice }) {
  return multiply(toDevice, placementMatrix(scene.placement, original));
}

/**
 * @param {CanvasRenderingContext2D} context  in artboard pixels
 * @param {View} view
 */
function paintBackground(context, { scene, ownBackground }) {
  const { artboard, background } = scene;
  const { width, height } = artboard;
  if (background.kind === 'picture') return cover(context, asCanvas(background.picture), artboard);
  if (background.kind === 'blur') return ownBackground && cover(context, asCanvas(ownBackground), artboard);
  const fill = fillOf(context, background, artboard);
  if (!fill) return;
  context.fillStyle = fill;
  context.fillRect(0, 0, width, height);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Background} background
 * @param {Size} artboard
 */
function fillOf(context, background, { width, height }) {
  if (background.kind === 'colour') return background.colour;
  if (background.kind !== 'gradient') return null;
  // CSS's gradient line: through the centre, as long as makes the corners have the end colours.
  const angle = (background.angleDeg * Math.PI) / 180;
  const half = (Math.abs(width * Math.sin(angle)) + Math.abs(height * Math.cos(angle))) / 2;
  const x = Math.sin(angle) * half;
  const y = -Math.cos(angle) * half;
  const gradient = context.createLinearGradient(width / 2 - x, height / 2 - y, width / 2 + x, height / 2 + y);
  gradient.addColorStop(0, background.from);
  gradient.addColorStop(1, background.to);
  return gradient;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {OffscreenCanvas} picture
 * @param {Size} artboard
 */
function cover(context, picture, { width, height }) {
  const scale = Math.max(width / picture.width, height / picture.height);
  const shownWidth = picture.width * scale;
  const shownHeight = picture.height * scale;
  context.drawImage(picture, (width - shownWidth) / 2, (height - shownHeight) / 2, shownWidth, shownHeight);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Shadow} shadow
 * @param {number} scale  canvas pixels per artboard pixel: a canvas does not transform its shadows
 */
function castShadow(context, { angleDeg, distancePx, blurPx, opacity, colour }, scale) {
  const angle = (angleDeg * Math.PI) / 180;
  const alpha = Math.round(opacity * 255)
    .toString(16)
    .padStart(2, '0');
  context.shadowColor = `${colour}${alpha}`;
  context.shadowOffsetX = Math.cos(angle) * distancePx * scale;
  context.shadowOffsetY = Math.sin(angle) * distancePx * scale;
  // Twice the standard deviation, by the canvas's definition.
  context.shadowBlur = 2 * blurPx * scale;
}
