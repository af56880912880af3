// Where the subject stands and what is behind it: plain, immutable data.

/** @import { Picture } from './picture.js' */

/**
 * All lengths in artboard pixels: the pixels of an export at 100 %, origin at the top left.
 * @typedef {object} Scene
 * @property {Artboard} artboard
 * @property {Placement} placement
 * @property {Background} background
 * @property {Shadow | null} shadow
 */

/**
 * @typedef {object} Artboard
 * @property {number} width  whole pixels
 * @property {number} height  whole pixels
 * @property {number} [dotsPerInch]  only where the size on paper matters, and then written into the file
 */

/**
 * Where the photo lies on the artboard.
 * @typedef {object} Placement
 * @property {number} x  of the photo's centre, artboard pixels
 * @property {number} y  of the photo's centre, artboard pixels
 * @property {number} scale  artboard pixels per image pixel
 * @property {number} rotationDeg  clockwise
 * @property {boolean} flipped  mirrored left to right, before it is turned
 */

/**
 * @typedef {{kind: 'transparent'}
 *   | {kind: 'colour', colour: string}
 *   | {kind: 'gradient', from: string, to: string, angleDeg: number}
 *   | {kind: 'picture', picture: Picture}
 *   | {kind: 'blur', blurFraction: number}} Background
 *   colours as '#rrggbb'; angleDeg as in CSS (0 = upwards, clockwise); a picture covers the artboard;
 *   'blur' is the photo's own background without the subject, blurFraction of the artboard's long side
 */

/**
 * @typedef {object} Shadow
 * @property {number} angleDeg  where it falls: 0 = right, 90 = down
 * @property {number} distancePx
 * @property {number} blurPx  standard deviation
 * @property {number} opacity  0..1
 * @property {string} colour  '#rrggbb'
 */

/**
 * The photo as it was taken: nothing moved, nothing behind it.
 * @param {{width: number, height: number}} original
 * @returns {Scene}
 */
export function initialScene({ width, height }) {
  return {
    artboard: { width, height },
    placement: { x: width / 2, y: height / 2, scale: 1, rotationDeg: 0, flipped: false },
    background: { kind: 'transparent' },
    shadow: null,
  };
}

/**
 * @param {Scene} scene
 * @param {{width: number, height: number}} original
 * @returns {boolean} whether an export is the cutout alone, every pixel where it was in the photo
 */
export function isPlain({ artboard, placement, background, shadow }, original) {
  const plain = initialScene(original);
  return (
    background.kind === 'transparent' &&
    !shadow &&
    artboard.width === original.width &&
    artboard.height === original.height &&
    placement.x === plain.placement.x &&
    placement.y === plain.placement.y &&
    placement.scale === 1 &&
    placement.rotationDeg === 0 &&
    !placement.flipped
  );
}

/**
 * The same picture in more or fewer pixels.
 * @param {Scene} scene
 * @param {number} factor  > 1 is larger
 * @returns {Scene}
 */
export function scaleScene(scene, factor) {
  const { width, height } = scene.artboard;
  return sizeScene(scene, {
    width: Math.max(1, Math.round(width * factor)),
    height: Math.max(1, Math.round(height * factor)),
  });
}

/**
 * The same picture at exactly that size; its proportions are the artboard's to within a pixel.
 * @param {Scene} scene
 * @param {{width: number, height: number}} size  whole pixels
 * @returns {Scene} as large on paper as before
 */
export function sizeScene(scene, { width, height }) {
  const { artboard, placement, shadow } = scene;
  const factor = width / artboard.width;
  const { dotsPerInch } = artboard;
  return {
    ...scene,
    artboard: { width, height, ...(dotsPerInch && { dotsPerInch: dotsPerInch * factor }) },
    placement: {
      ...placement,
      x: placement.x * factor,
      y: (placement.y * height) / artboard.height,
      scale: placement.scale * factor,
    },
    shadow: shadow && { ...shadow, distancePx: shadow.distancePx * factor, blurPx: shadow.blurPx * factor },
  };
}
