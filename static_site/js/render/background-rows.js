// What is behind the subject: a colour, a gradient, a picture, or the photo's own background, blurred.

import { parseColour } from './colour.js';
import { pictureRows } from './pixel-rows.js';
import { placeRows } from './place-rows.js';

/**
 * @import { Picture } from '../document/picture.js'
 * @import { Background } from '../document/scene.js'
 * @import { PixelRows } from './pixel-rows.js'
 * @typedef {{width: number, height: number}} Size
 */

/**
 * @param {Background} background
 * @param {Size} artboard
 * @param {() => Picture} blurOwn  gives the photo's own background, when it is wanted
 * @returns {{rows: PixelRows, opaque: boolean} | null} null where there is nothing
 */
export function backgroundRows(background, artboard, blurOwn) {
  switch (background.kind) {
    case 'transparent':
      return null;
    case 'colour':
      return { rows: colourRows(background.colour, artboard), opaque: true };
    case 'gradient':
      return { rows: gradientRows(background, artboard), opaque: true };
    case 'picture':
      return coverWith(background.picture, artboard);
    case 'blur':
      return coverWith(blurOwn(), artboard);
  }
}

/**
 * @param {string} colour
 * @param {Size} artboard
 * @returns {PixelRows}
 */
function colourRows(colour, { width, height }) {
  const line = new Uint8Array(width * 4);
  const pixel = [...parseColour(colour), 255];
  for (let at = 0; at < line.length; at++) line[at] = pixel[at % 4];
  return { width, height, writeRow: (_, row) => row.set(line) };
}

/**
 * As a page draws it: https://www.w3.org/TR/css-images-4/#linear-gradients
 * @param {{from: string, to: string, angleDeg: number}} gradient
 * @param {Size} artboard
 * @returns {PixelRows}
 */
function gradientRows({ from, to, angleDeg }, { width, height }) {
  const start = parseColour(from);
  const end = parseColour(to);
  const angle = (angleDeg * Math.PI) / 180;
  const [right, up] = [Math.sin(angle), Math.cos(angle)];
  const length = Math.abs(width * right) + Math.abs(height * up);
  return {
    width,
    height,
    writeRow(y, row) {
      const middle = 0.5 + (height / 2 - y - 0.5) * (up / length);
      for (let x = 0, at = 0; x < width; x++, at += 4) {
        const share = Math.min(Math.max(middle + (x + 0.5 - width / 2) * (right / length), 0), 1);
        for (let channel = 0; channel < 3; channel++) {
          row[at + channel] = (start[channel] + (end[channel] - start[channel]) * share + 0.5) | 0;
        }
        row[at + 3] = 255;
      }
    },
  };
}

/**
 * Centred, as large as it must be to leave no gap.
 * @param {Picture} picture
 * @param {Size} artboard
 */
function coverWith(picture, artboard) {
  const scale = Math.max(artboard.width / picture.width, artboard.height / picture.height);
  const x = (artboard.width - picture.width * scale) / 2;
  const y = (artboard.height - picture.height * scale) / 2;
  const rows = placeRows(pictureRows(picture), [scale, 0, 0, scale, x, y], { x: 0, y: 0, ...artboard }, 'extended');
  return { rows, opaque: isOpaque(picture) };
}

/** @param {Picture} picture */
function isOpaque({ rgba }) {
  for (let at = 3; at < rgba.length; at += 4) if (rgba[at] < 255) return false;
  return true;
}
