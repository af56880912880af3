// The finished picture as a file, made in a worker.

import { runJob } from '../workers/run-job.js';

/**
 * @import { Cutout } from '../document/picture.js'
 * @import { Scene } from '../document/scene.js'
 * @import { JobOptions } from '../document/state.js'
 */

/** @typedef {'png' | 'jpeg' | 'webp'} ExportFormat */

/**
 * @typedef {object} ExportRequest
 * @property {Cutout} cutout
 * @property {Scene} scene
 * @property {ExportFormat} format
 * @property {number} [quality]  0..1, for JPEG and WebP
 * @property {{width: number, height: number}} [size]  pixels of the file; the artboard's unless told otherwise
 */

/**
 * @param {ExportRequest} request  stays with the page: nothing of it moves to the worker
 * @param {JobOptions} options
 * @returns {Promise<Blob>} of the asked type, or a Failure: 'format_unsupported', 'canvas_too_large', 'out_of_memory'
 */
export function exportPicture(request, options) {
  return runJob(new URL('./export-worker.js', import.meta.url), request, options);
}
