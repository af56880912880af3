// Estimates the colours of subject and background around soft edges: blur fusion, at a quarter of the size.

import { EDGE_COLOURS_SHRINK } from '../document/picture.js';
import { sumBlocks } from './block-sums.js';
import { fuseColours, REACH } from './blur-fusion.js';

/** @import { EdgeColours, Matte, Picture, Rect } from '../document/picture.js' */

/** Estimated at once: bounds the memory. */
const STRIP_ROWS = 256;

/**
 * @param {Picture} original
 * @param {Matte} matte  of the original's size
 * @param {(fraction: number) => void} [onProgress]  called with 0..1
 * @returns {EdgeColours}
 */
export function estimateEdgeColours(original, matte, onProgress = () => {}) {
  const width = Math.ceil(original.width / EDGE_COLOURS_SHRINK);
  const height = Math.ceil(original.height / EDGE_COLOURS_SHRINK);
  const foreground = new Uint8ClampedArray(width * height * 3);
  const background = new Uint8ClampedArray(width * height * 3);
  const edgeColours = { width, height, foreground, background };
  for (let y = 0; y < height; y += STRIP_ROWS) {
    onProgress(y / height);
    estimateBlocks(edgeColours, original, matte, { x: 0, y, width, height: Math.min(STRIP_ROWS, height - y) });
  }
  return edgeColours;
}

/**
 * Bring edge colours up to date in place, after the matte has changed. The result is that of a full estimate.
 * @param {EdgeColours} edgeColours
 * @param {Picture} original
 * @param {Matte} matte  as it is now
 * @param {Rect} rect  image pixels; where the matte has changed
 * @returns {Rect} image pixels; where the cutout's colours may have changed
 */
export function updateEdgeColours(edgeColours, original, matte, rect) {
  const shrink = EDGE_COLOURS_SHRINK;
  // What has changed is felt as far as the blurs reach.
  const left = Math.max(0, Math.floor(rect.x / shrink) - REACH);
  const top = Math.max(0, Math.floor(rect.y / shrink) - REACH);
  const right = Math.min(edgeColours.width, Math.ceil((rect.x + rect.width) / shrink) + REACH);
  const bottom = Math.min(edgeColours.height, Math.ceil((rect.y + rect.height) / shrink) + REACH);
  estimateBlocks(edgeColours, original, matte, { x: left, y: top, width: right - left, height: bottom - top });
  // Colours between two blocks depend on both: one block more.
  const x = Math.max(0, (left - 1) * shrink);
  const y = Math.max(0, (top - 1) * shrink);
  const width = Math.min(original.width, (right + 1) * shrink) - x;
  const height = Math.min(original.height, (bottom + 1) * shrink) - y;
  return { x, y, width, height };
}

/**
 * @param {EdgeColours} edgeColours  receives the blocks' colours
 * @param {Picture} original
 * @param {Matte} matte
 * @param {Rect} blocks  in the edge colours' pixels
 */
function estimateBlocks(edgeColours, original, matte, blocks) {
  const left = Math.max(0, blocks.x - REACH);
  const top = Math.max(0, blocks.y - REACH);
  const width = Math.min(edgeColours.width, blocks.x + blocks.width + REACH) - left;
  const height = Math.min(edgeColours.height, blocks.y + blocks.height + REACH) - top;
  const fused = fuseColours(sumBlocks(original, matte, { x: left, y: top, width, height }));
  for (let y = blocks.y; y < blocks.y + blocks.height; y++) {
    const start = ((y - top) * width + blocks.x - left) * 3;
    const end = start + blocks.width * 3;
    const to = (y * edgeColours.width + blocks.x) * 3;
    edgeColours.foreground.set(fused.foreground.subarray(start, end), to);
    edgeColours.background.set(fused.background.subarray(start, end), to);
  }
}
