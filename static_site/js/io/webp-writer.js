// Writes a WebP: the colours by the browser, the transparency by us, as a canvas loses colour where alpha is low.

import { bleedColours } from '../render/bleed-colours.js';
import { writeByCanvas } from './canvas-writer.js';
import { findChunk, joinAlpha } from './webp.js';
import { compressAlpha } from './webp-alpha.js';

/**
 * @import { SceneRenderer } from '../render/scene-renderer.js'
 * @import { CanvasOptions } from './canvas-writer.js'
 */

const TYPE = 'image/webp';

/**
 * Chromium's own transparent WebP also takes 150 MB more at 12 megapixels.
 * @param {SceneRenderer} renderer
 * @param {Omit<CanvasOptions, 'type'>} options
 * @returns {Promise<Blob>}
 */
export async function writeWebp(renderer, options) {
  const canvasOptions = { ...options, type: TYPE };
  if (renderer.opaque) return writeByCanvas(renderer, canvasOptions);
  const { alpha, ...opaque } = bleedColours(renderer);
  const blob = await writeByCanvas(opaque, canvasOptions);
  const colours = findChunk(new Uint8Array(await blob.arrayBuffer()), 'VP8 ');
  // At a quality of 1 browsers write the kind without loss, to which no transparency can be added.
  if (!colours) return writeByCanvas(renderer, canvasOptions);
  // In one piece: Firefox reads no picture from a blob of pieces whose first is short.
  return new Blob([joinAlpha(renderer, colours, compressAlpha(alpha, renderer.width))], { type: TYPE });
}
