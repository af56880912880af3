// Writes a picture in a format that only the browser can encode, by way of a canvas.

import { Failure } from '../document/failure.js';
import { largestCanvas, takesPixels } from './canvas-size.js';

/** @import { PixelRows } from '../render/pixel-rows.js' */

/** Drawn in bands: large enough to be quick, small enough not to count beside the canvas. */
const BAND_PIXELS = 1_000_000;

/**
 * @typedef {object} CanvasOptions
 * @property {string} type  media type
 * @property {number} quality  0..1
 * @property {(fraction: number) => void} onProgress
 */

/**
 * @param {PixelRows} picture  opaque
 * @param {CanvasOptions} options
 * @returns {Promise<Blob>} of that type
 */
export async function writeByCanvas(picture, { type, quality, onProgress }) {
  const canvas = draw(picture, type, onProgress);
  /** @type {Blob} */
  let blob;
  try {
    blob = await canvas.convertToBlob({ type, quality });
  } catch {
    // 'EncodingError': the browser has no memory left for its own copy.
    throw new Failure('out_of_memory');
  } finally {
    // Its memory goes now, and not when somebody collects it.
    canvas.width = canvas.height = 0;
  }
  // A browser which can't write a format writes PNG instead: WebKitGTK does so for WebP.
  if (blob.type !== type) throw new Failure('format_unsupported');
  return blob;
}

/**
 * @param {PixelRows} picture  opaque
 * @param {string} type
 * @param {(fraction: number) => void} onProgress
 * @returns {OffscreenCanvas}
 */
function draw({ width, height, writeRow }, type, onProgress) {
  // Safari before 16.4 has none; PNG needs none.
  if (typeof OffscreenCanvas === 'undefined') throw new Failure('format_unsupported');
  const context = takesPixels(width, height, type);
  if (!context) throw new Failure('canvas_too_large', { largest: largestCanvas(width, height, type) });
  const bandRows = Math.min(height, Math.max(1, Math.floor(BAND_PIXELS / width)));
  const band = new ImageData(width, bandRows);
  for (let y = 0; y < height; y += bandRows) {
    const rows = Math.min(bandRows, height - y);
    for (let row = 0; row < rows; row++) {
      writeRow(y + row, band.data.subarray(row * width * 4, (row + 1) * width * 4));
    }
    context.putImageData(band, 0, y, 0, 0, width, rows);
    onProgress((y + rows) / height);
  }
  return context.canvas;
}
