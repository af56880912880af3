// Worker: brings the matte to the photo's size, estimates the edges' own colours, and draws the preview.

import { fitWithin, PREVIEW_SIDE_PX } from '../document/picture.js';
import { estimateEdgeColours } from '../filters/edge-colours.js';
import { upsampleMatte } from '../filters/guided-upsample.js';
import { shrinkCutout } from '../render/shrink-cutout.js';
import { serveJob } from '../workers/serve-job.js';
import { allocateShared } from '../workers/shared-memory.js';

/** @import { Matte, Picture } from '../document/picture.js' */

serveJob(async (/** @type {{original: Picture, smallMatte: Matte}} */ { original, smallMatte }, report) => {
  const { width, height } = original;
  /** @param {number} start @param {number} end */
  const within = (start, end) => (/** @type {number} */ fraction) =>
    report({ step: 'compose', fraction: start + (end - start) * fraction });
  const matte = share(upsampleMatte(smallMatte, original, within(0, 0.4)));
  const edgeColours = estimateEdgeColours(original, matte, within(0.4, 0.8));
  const preview = shrinkCutout({ original, matte, edgeColours }, fitWithin(width, height, PREVIEW_SIDE_PX));
  return {
    output: { original, matte, edgeColours, preview },
    transfer: [
      original.rgba.buffer,
      matte.alpha.buffer,
      edgeColours.foreground.buffer,
      edgeColours.background.buffer,
      preview.rgba.buffer,
    ],
  };
});

/** @param {Matte} matte @returns {Matte} in memory that all who work on it later can see */
function share({ width, height, alpha }) {
  const shared = new Uint8Array(allocateShared(alpha.length));
  shared.set(alpha);
  return { width, height, alpha: shared };
}
