// A small cutout with everything that can go wrong in it: soft edges, a transparent photo, colours at both ends.

/** @import { Cutout, Picture } from '../../../static_site/js/document/picture.js' */

/**
 * A disc with a soft edge, off the middle, on a photo of noise.
 * @param {number} width
 * @param {number} height
 * @returns {Cutout}
 */
export function sampleCutout(width, height) {
  let seed = 7;
  const noise = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return (seed >>> 16) & 255;
  };
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < rgba.length; at++) rgba[at] = at % 4 === 3 ? 255 : noise();
  const alpha = new Uint8Array(width * height);
  const [middleX, middleY, radius] = [width * 0.45, height * 0.55, Math.min(width, height) * 0.3];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const distance = Math.hypot(x + 0.5 - middleX, y + 0.5 - middleY);
      alpha[y * width + x] = Math.min(Math.max((radius - distance) / 3 + 0.5, 0), 1) * 255;
    }
  }
  return cutoutOf({ width, height, rgba }, alpha);
}

/**
 * One colour, wholly seen.
 * @param {number} width
 * @param {number} height
 * @param {number[]} colour  red, green, blue
 * @param {number} [level]  alpha
 * @returns {Cutout}
 */
export function plainCutout(width, height, colour, level = 255) {
  const rgba = Uint8ClampedArray.from({ length: width * height * 4 }, (_, at) => [...colour, 255][at % 4]);
  return cutoutOf({ width, height, rgba }, new Uint8Array(width * height).fill(level), colour);
}

/**
 * @param {Picture} original
 * @param {Uint8Array<ArrayBuffer>} alpha
 * @param {number[]} [colour]  of the subject at its edges
 * @returns {Cutout}
 */
export function cutoutOf(original, alpha, colour = [200, 100, 50]) {
  const { width, height } = original;
  const size = { width: Math.ceil(width / 4), height: Math.ceil(height / 4) };
  const plane = (/** @type {number[]} */ levels) =>
    Uint8ClampedArray.from({ length: size.width * size.height * 3 }, (_, at) => levels[at % 3]);
  const edgeColours = { ...size, foreground: plane(colour), background: plane(colour) };
  return { original, matte: { width, height, alpha }, edgeColours };
}

/**
 * @param {{width: number, height: number, writeRow: (y: number, row: Uint8Array) => void}} rows
 * @returns {Uint8Array} straight RGBA of all rows; each row is dirty before it is written
 */
export function readRows({ width, height, writeRow }) {
  const all = new Uint8Array(width * height * 4).fill(171);
  for (let y = 0; y < height; y++) writeRow(y, all.subarray(y * width * 4, (y + 1) * width * 4));
  return all;
}
