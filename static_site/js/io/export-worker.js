// Worker: draws the scene row by row and writes it as a PNG, JPEG or WebP.

import { sizeScene } from '../document/scene.js';
import { createSceneRenderer } from '../render/scene-renderer.js';
import { serveJob } from '../workers/serve-job.js';
import { writeByCanvas } from './canvas-writer.js';
import { writeJpeg } from './jpeg-writer.js';
import { writePng } from './png-writer.js';

/**
 * @import { Cutout } from '../document/picture.js'
 * @import { ExportRequest } from './export.js'
 */

/** What most of a picture's detail survives, at a fifth of its bytes. */
const USUAL_QUALITY = 0.92;

serveJob(async (/** @type {ExportRequest} */ { cutout, scene, format, quality = USUAL_QUALITY, size }, report) => {
  const sized = size ? sizeScene(scene, size) : scene;
  const renderer = createSceneRenderer(cutout, sized);
  const { dotsPerInch } = sized.artboard;
  const onProgress = (/** @type {number} */ fraction) => report({ step: 'encode', fraction });
  onProgress(0);
  const canvas = { quality, onProgress, onDrawn: () => free(cutout) };
  /** @type {Record<ExportRequest['format'], () => Promise<Blob>>} */
  const writers = {
    png: () => writePng(renderer, onProgress, dotsPerInch),
    jpeg: () => writeJpeg(renderer, { ...canvas, dotsPerInch }),
    webp: () => writeByCanvas(renderer, { ...canvas, type: 'image/webp' }),
  };
  return { output: await writers[format](), transfer: [] };
});

/**
 * Once all is on the canvas, the encoder needs the memory more than this worker needs its copies.
 * @param {Cutout} cutout
 */
function free({ original, matte }) {
  for (const { buffer } of [original.rgba, matte.alpha]) {
    // Not every browser has it, and then they go with the worker.
    /** @type {{transfer?: (length: number) => unknown}} */ (buffer).transfer?.(0);
  }
}
