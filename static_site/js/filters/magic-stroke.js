// A brush stroke that snaps to the photo's edges: of what it covers, only what looks like its core is changed.

import { addColour, createClassSums, gatherWindows } from './class-sums.js';
import { separateClasses } from './colour-classes.js';
import { evaluateLines } from './colour-lines.js';
import { innerDistance } from './inner-distance.js';
import { placeSamples } from './resize-matte.js';

/** @import { Picture, Rect } from '../document/picture.js' */

/** The inner part of the stroke, as a share of its half-width, is meant as it is drawn. */
const CORE_SHARE = 0.5;

/** A window reaches from anywhere in the stroke to its core and to what is beside it: this many half-widths. */
const WINDOW_HALF_WIDTHS = 1.5;

/** Cells to a half-width: colours are compared by cells, not by pixels. */
const CELLS_PER_HALF_WIDTH = 6;

/** Bounds time and memory, however long the stroke. */
const MAX_CELLS = 250_000;

/** From this coverage on a pixel is in the stroke. */
const COVERED_LEVEL = 128;

/** From this alpha on a pixel beside the stroke is the subject's. */
const SUBJECT_LEVEL = 128;

/**
 * Colours of the stroke's core, and of what beside the stroke is in the state that the stroke leads to, are told from
 * colours of what beside it is not. Where those can't be told apart, it is a plain stroke.
 * @param {object} stroke
 * @param {Picture} stroke.original
 * @param {Uint8Array} stroke.alpha  of the matte within the rectangle, as it was before the stroke
 * @param {Uint8Array} stroke.coverage  of the stroke within the rectangle, 0..255
 * @param {Rect} stroke.rect  image pixels; holds the stroke, and around it as much of the image as the stroke is wide
 * @param {'erase' | 'restore'} stroke.mode
 * @returns {Uint8Array} alpha of the rectangle after the stroke; unchanged where there is no coverage
 */
export function magicStroke({ original, alpha, coverage, rect, mode }) {
  const { width, height } = rect;
  const depth = innerDistance((at) => coverage[at] >= COVERED_LEVEL, width, height, {
    left: rect.x === 0,
    top: rect.y === 0,
    right: rect.x + width === original.width,
    bottom: rect.y + height === original.height,
  });
  const halfWidth = Math.min(
    Math.max(width, height),
    depth.reduce((most, value) => Math.max(most, value), 1),
  );
  const isCore = (/** @type {number} */ at) => depth[at] >= halfWidth * CORE_SHARE;
  const cellPx = Math.ceil(Math.max(halfWidth / CELLS_PER_HALF_WIDTH, Math.sqrt((width * height) / MAX_CELLS)));
  const size = { width: Math.ceil(width / cellPx), height: Math.ceil(height / cellPx) };
  const meant = createClassSums(size.width, size.height);
  const kept = createClassSums(size.width, size.height);
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor(y / cellPx) * size.width;
    for (let x = 0, from = ((rect.y + y) * original.width + rect.x) * 4; x < width; x++, at++, from += 4) {
      const core = isCore(at);
      if (coverage[at] > 0 && !core) continue;
      const isMeant = core || alpha[at] >= SUBJECT_LEVEL === (mode === 'restore');
      const { rgba } = original;
      addColour(isMeant ? meant : kept, row + Math.floor(x / cellPx), rgba[from], rgba[from + 1], rgba[from + 2]);
    }
  }
  const radius = Math.ceil((halfWidth * WINDOW_HALF_WIDTHS) / cellPx);
  const lines = separateClasses(gatherWindows(meant, radius), gatherWindows(kept, radius));
  const goal = mode === 'restore' ? 255 : 0;
  const columns = placeSamples(size.width, size.width * cellPx);
  const rows = placeSamples(size.height, size.height * cellPx);
  const changed = Uint8Array.from(alpha);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0, from = ((rect.y + y) * original.width + rect.x) * 4; x < width; x++, at++, from += 4) {
      if (coverage[at] === 0) continue;
      const likeness = isCore(at) ? 1 : evaluateLines(lines, size.width, columns, rows, x, y, original.rgba, from);
      const share = (Math.min(Math.max(likeness, 0), 1) * coverage[at]) / 255;
      changed[at] = Math.round(alpha[at] + (goal - alpha[at]) * share);
    }
  }
  return changed;
}
