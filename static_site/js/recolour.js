// Brings the edge colours up to date after the matte has changed: tile by tile, while nothing else is to be done.

import { EDGE_COLOURS_SHRINK } from './document/picture.js';
import { growRect } from './document/rect.js';
import { EDGE_COLOURS_REACH_PX, refreshEdgeColours } from './filters/edge-colours.js';

/** @import { Cutout, Rect } from './document/picture.js' */

/** A tile takes a few milliseconds: a stroke that begins meanwhile is not held up. */
const TILE_PX = 64 * EDGE_COLOURS_SHRINK;

/** After a stroke, the next one may follow at once. */
const PAUSE_MS = 120;

/**
 * @param {(rect: Rect) => void} onChange  image pixels whose colours may have changed
 */
export function createRecolouring(onChange) {
  /** @type {{cutout: Cutout, tiles: Map<string, Rect>} | null} */
  let work = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const doOne = () => {
    if (!work) return false;
    const { cutout, tiles } = work;
    const [[name, tile]] = tiles;
    tiles.delete(name);
    // With the last tile the photo is let go of.
    if (tiles.size === 0) work = null;
    const { edgeColours, original, matte } = cutout;
    onChange(refreshEdgeColours(edgeColours, original, matte, tile));
    return true;
  };

  const goOn = () => {
    if (doOne()) timer = setTimeout(goOn, 0);
  };

  return {
    /** @param {Cutout} cutout @param {Rect} rect  image pixels whose matte has changed */
    plan(cutout, rect) {
      if (work?.cutout !== cutout) work = { cutout, tiles: new Map() };
      const felt = growRect(rect, EDGE_COLOURS_REACH_PX, cutout.original);
      for (let y = Math.floor(felt.y / TILE_PX) * TILE_PX; y < felt.y + felt.height; y += TILE_PX) {
        for (let x = Math.floor(felt.x / TILE_PX) * TILE_PX; x < felt.x + felt.width; x += TILE_PX) {
          const width = Math.min(TILE_PX, cutout.original.width - x);
          const height = Math.min(TILE_PX, cutout.original.height - y);
          work.tiles.set(`${x},${y}`, { x, y, width, height });
        }
      }
      clearTimeout(timer);
      timer = setTimeout(goOn, PAUSE_MS);
    },
    /** Does all that is left at once: an export waits for its colours. */
    finish() {
      while (doOne());
    },
  };
}
