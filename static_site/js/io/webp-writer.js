// Writes a WebP: the colours by the browser, the transparency by us, as a canvas loses colour where alpha is low.

import { Failure } from '../document/failure.js';
import { bleedColours } from '../render/bleed-colours.js';
import { writeByCanvas } from './canvas-writer.js';
import { findChunk, makeWebp } from './webp.js';
import { compressAlpha } from './webp-alpha.js';

/**
 * @import { SceneRenderer } from '../render/scene-renderer.js'
 * @import { CanvasOptions } from './canvas-writer.js'
 */

const TYPE = 'image/webp';

/**
 * At 1 browsers write the kind without loss, to which no transparency can be added, and which takes 110 MB more at 12
 * megapixels. Who wants no loss has PNG.
 */
const MAX_QUALITY = 0.99;

/**
 * Chromium's own transparent WebP, too, takes 150 MB more.
 * @param {SceneRenderer} renderer
 * @param {Omit<CanvasOptions, 'type'>} options
 * @returns {Promise<Blob>}
 */
export async function writeWebp(renderer, { quality, onProgress }) {
  const options = { type: TYPE, quality: Math.min(quality, MAX_QUALITY), onProgress };
  const { alpha, ...picture } = renderer.opaque ? { ...renderer, alpha: undefined } : bleedColours(renderer);
  const blob = await writeByCanvas(picture, options);
  const colours = findChunk(new Uint8Array(await blob.arrayBuffer()), 'VP8 ');
  // A browser that writes without loss unasked; none is known.
  if (!colours) throw new Failure('format_unsupported');
  const file = makeWebp(renderer, colours, alpha && compressAlpha(alpha, renderer.width));
  // In one piece: Firefox reads no picture from a blob of pieces whose first is short.
  return new Blob([file], { type: TYPE });
}
