// Estimates the colours of subject and background around soft edges: blur fusion, at a quarter of the size.

import { EDGE_COLOURS_SHRINK } from '../document/picture.js';
import { sumBlocks } from './block-sums.js';
import { fuseColours, REACH } from './blur-fusion.js';

/** @import { EdgeColours, Matte, Picture, Rect } from '../document/picture.js' */

/** How far from a pixel the photo and the matte have a say in its edge colours. */
export const EDGE_COLOURS_REACH_PX = (REACH + 1) * EDGE_COLOURS_SHRINK;

/** Estimated at once: bounds the memory. */
const STRIP_BLOCKS = 256;

/**
 * Only what soft pixels need is estimated; elsewhere the colours are zero.
 * @param {Picture} original
 * @param {Matte} matte  of the original's size
 * @param {(fraction: number) => void} [onProgress]  called with 0..1
 * @returns {EdgeColours}
 */
export function estimateEdgeColours(original, matte, onProgress) {
  const width = Math.ceil(original.width / EDGE_COLOURS_SHRINK);
  const height = Math.ceil(original.height / EDGE_COLOURS_SHRINK);
  const foreground = new Uint8ClampedArray(width * height * 3);
  const background = new Uint8ClampedArray(width * height * 3);
  const edgeColours = { width, height, foreground, background };
  estimateStrips(edgeColours, original, matte, { x: 0, y: 0, width, height }, onProgress);
  return edgeColours;
}

/**
 * Bring edge colours up to date in place, after the matte has changed. Soft pixels get what a full estimate gives.
 * @param {EdgeColours} edgeColours
 * @param {Picture} original
 * @param {Matte} matte  as it is now
 * @param {Rect} rect  image pixels; where the matte has changed
 * @returns {Rect} image pixels; where the cutout's colours may have changed
 */
export function updateEdgeColours(edgeColours, original, matte, rect) {
  const reach = EDGE_COLOURS_REACH_PX;
  const x = Math.max(0, rect.x - reach);
  const y = Math.max(0, rect.y - reach);
  const width = Math.min(original.width, rect.x + rect.width + reach) - x;
  const height = Math.min(original.height, rect.y + rect.height + reach) - y;
  return refreshEdgeColours(edgeColours, original, matte, { x, y, width, height });
}

/**
 * Estimate a part of the edge colours again, in place: for those who do it tile by tile. What has changed within
 * EDGE_COLOURS_REACH_PX of a tile is felt in it.
 * @param {EdgeColours} edgeColours
 * @param {Picture} original
 * @param {Matte} matte  as it is now
 * @param {Rect} rect  image pixels
 * @returns {Rect} image pixels; where the cutout's colours may have changed
 */
export function refreshEdgeColours(edgeColours, original, matte, rect) {
  const x = Math.floor(rect.x / EDGE_COLOURS_SHRINK);
  const y = Math.floor(rect.y / EDGE_COLOURS_SHRINK);
  const width = Math.min(edgeColours.width, Math.ceil((rect.x + rect.width) / EDGE_COLOURS_SHRINK)) - x;
  const height = Math.min(edgeColours.height, Math.ceil((rect.y + rect.height) / EDGE_COLOURS_SHRINK)) - y;
  estimateStrips(edgeColours, original, matte, { x, y, width, height });
  // Colours are taken bilinearly: pixels of the blocks around change too.
  return toPixels({ x: x - 1, y: y - 1, width: width + 2, height: height + 2 }, original);
}

/**
 * @param {EdgeColours} edgeColours  receives the colours
 * @param {Picture} original
 * @param {Matte} matte
 * @param {Rect} blocks  where
 * @param {(fraction: number) => void} [onProgress]
 */
function estimateStrips(edgeColours, original, matte, blocks, onProgress = () => {}) {
  for (let done = 0; done < blocks.height; done += STRIP_BLOCKS) {
    onProgress(done / blocks.height);
    const strip = { ...blocks, y: blocks.y + done, height: Math.min(STRIP_BLOCKS, blocks.height - done) };
    const needed = findSoftColumns(matte, strip);
    if (needed) estimateBlocks(edgeColours, original, matte, needed);
  }
}

/**
 * Narrow blocks down to the columns that soft pixels take their colours from.
 * @param {Matte} matte
 * @param {Rect} blocks
 * @returns {Rect | null} null when there is no soft pixel
 */
function findSoftColumns({ width, height, alpha }, blocks) {
  // Pixels of the blocks around take colours from these, too.
  const area = toPixels(
    { x: blocks.x - 1, y: blocks.y - 1, width: blocks.width + 2, height: blocks.height + 2 },
    { width, height },
  );
  let [first, last] = [area.x + area.width, area.x - 1];
  const isSoft = (/** @type {number} */ at) => alpha[at] > 0 && alpha[at] < 255;
  for (let y = area.y; y < area.y + area.height; y++) {
    const row = y * width;
    for (let x = area.x; x < first; x++) if (isSoft(row + x)) first = x;
    for (let x = area.x + area.width - 1; x > last; x--) if (isSoft(row + x)) last = x;
  }
  if (last < area.x) return null;
  const left = Math.max(blocks.x, Math.floor(first / EDGE_COLOURS_SHRINK) - 1);
  const right = Math.min(blocks.x + blocks.width, Math.floor(last / EDGE_COLOURS_SHRINK) + 2);
  return { ...blocks, x: left, width: right - left };
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

/**
 * @param {Rect} blocks  may reach beyond the picture
 * @param {{width: number, height: number}} size  of the picture
 * @returns {Rect} image pixels
 */
function toPixels(blocks, { width, height }) {
  const x = Math.max(0, blocks.x * EDGE_COLOURS_SHRINK);
  const y = Math.max(0, blocks.y * EDGE_COLOURS_SHRINK);
  return {
    x,
    y,
    width: Math.min(width, (blocks.x + blocks.width) * EDGE_COLOURS_SHRINK) - x,
    height: Math.min(height, (blocks.y + blocks.height) * EDGE_COLOURS_SHRINK) - y,
  };
}
