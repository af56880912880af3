// Worker: draws the scene row by row and writes it as a PNG, JPEG or WebP.

import { sizeScene } from '../document/scene.js';
import { createSceneRenderer } from '../render/scene-renderer.js';
import { serveJob } from '../workers/serve-job.js';
import { writeJpeg } from './jpeg-writer.js';
import { writePng } from './png-writer.js';
import { writeWebp } from './webp-writer.js';

/** @import { ExportRequest } from './export.js' */

/** What most of a picture's detail survives, at a fifth of its bytes. */
const USUAL_QUALITY = 0.92;

serveJob(async (/** @type {ExportRequest} */ { cutout, scene, format, quality = USUAL_QUALITY, size }, report) => {
  const sized = size ? sizeScene(scene, size) : scene;
  const renderer = createSceneRenderer(cutout, sized);
  const { dotsPerInch } = sized.artboard;
  const onProgress = (/** @type {number} */ fraction) => report({ step: 'encode', fraction });
  onProgress(0);
  const options = { quality, onProgress };
  /** @type {Record<ExportRequest['format'], () => Promise<Blob>>} */
  const writers = {
    png: () => writePng(renderer, onProgress, dotsPerInch),
    jpeg: () => writeJpeg(renderer, { ...options, dotsPerInch }),
    webp: () => writeWebp(renderer, options),
  };
  return { output: await writers[format](), transfer: [] };
});
