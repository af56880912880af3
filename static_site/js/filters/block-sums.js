// Sums a photo over blocks of EDGE_COLOURS_SHRINK pixels, each pixel weighted by its share of subject and background.

import { EDGE_COLOURS_SHRINK } from '../document/picture.js';

/** @import { Matte, Picture, Rect } from '../document/picture.js' */

/**
 * What one layer, subject or background, contributes to each block.
 * @typedef {object} LayerSums
 * @property {Uint32Array} weight  sum of the layer's share, 0..255 per pixel
 * @property {Uint32Array[]} colours  red, green and blue: sums of level times share
 */

/**
 * @typedef {{width: number, height: number, foreground: LayerSums, background: LayerSums}} BlockSums
 */

/**
 * What is transparent in the photo itself has no say: its colour was never seen.
 * @param {Picture} original
 * @param {Matte} matte  of the original's size
 * @param {Rect} blocks  in blocks; those at the right and bottom border may be cut off
 * @returns {BlockSums}
 */
export function sumBlocks(
  { width: pixelWidth, height: pixelHeight, rgba },
  { alpha },
  { x: left, y: top, width, height },
) {
  const plane = () => new Uint32Array(width * height);
  const foreground = { weight: plane(), colours: [plane(), plane(), plane()] };
  const background = { weight: plane(), colours: [plane(), plane(), plane()] };
  const [red, green, blue] = foreground.colours;
  const [backRed, backGreen, backBlue] = background.colours;
  for (let y = 0, at = 0; y < height; y++) {
    const firstRow = (top + y) * EDGE_COLOURS_SHRINK;
    const endRow = Math.min(firstRow + EDGE_COLOURS_SHRINK, pixelHeight);
    for (let x = 0; x < width; x++, at++) {
      const firstColumn = (left + x) * EDGE_COLOURS_SHRINK;
      const endColumn = Math.min(firstColumn + EDGE_COLOURS_SHRINK, pixelWidth);
      for (let row = firstRow; row < endRow; row++) {
        const end = row * pixelWidth + endColumn;
        for (let pixel = row * pixelWidth + firstColumn, from = pixel * 4; pixel < end; pixel++, from += 4) {
          const own = rgba[from + 3];
          let share = alpha[pixel];
          let rest = 255 - share;
          if (own < 255) {
            share = Math.round((share * own) / 255);
            rest = Math.round((rest * own) / 255);
          }
          if (share > 0) {
            foreground.weight[at] += share;
            red[at] += rgba[from] * share;
            green[at] += rgba[from + 1] * share;
            blue[at] += rgba[from + 2] * share;
          }
          if (rest > 0) {
            background.weight[at] += rest;
            backRed[at] += rgba[from] * rest;
            backGreen[at] += rgba[from + 1] * rest;
            backBlue[at] += rgba[from + 2] * rest;
          }
        }
      }
    }
  }
  return { width, height, foreground, background };
}
