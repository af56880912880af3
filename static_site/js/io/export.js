// The finished picture as a file, made in a worker.

import { runJob } from '../workers/run-job.js';

/**
 * @import { Cutout } from '../document/picture.js'
 * @import { Scene } from '../document/scene.js'
 * @import { Progress } from '../document/state.js'
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
 * The page goes on working with everything: the worker gets copies. They are made here and moved, as the browser's own
 * way to copy holds each of them twice for a while.
 * @param {ExportRequest} request
 * @param {{signal: AbortSignal, onProgress: (progress: Progress) => void}} options
 * @returns {Promise<Blob>} of the asked type, or a Failure: 'format_unsupported', 'canvas_too_large', 'out_of_memory'
 */
export function exportPicture({ cutout, scene, format, quality, size }, options) {
  const original = { ...cutout.original, rgba: cutout.original.rgba.slice() };
  const matte = { ...cutout.matte, alpha: cutout.matte.alpha.slice() };
  const { edgeColours } = cutout;
  const request = { cutout: { original, matte, edgeColours }, scene, format, quality, size };
  const transfer = [original.rgba.buffer, matte.alpha.buffer];
  return runJob(new URL('./export-worker.js', import.meta.url), request, { ...options, transfer });
}
