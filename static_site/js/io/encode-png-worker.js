// Worker: writes the cutout's PNG.

import { writeCutoutRow } from '../render/cutout-rows.js';
import { serveJob } from '../workers/serve-job.js';
import { writePng } from './png-writer.js';

/** @import { Cutout } from '../document/picture.js' */

serveJob(async (/** @type {Cutout} */ cutout, report) => {
  const { width, height } = cutout.original;
  const output = await writePng({ width, height, writeRow: (y, row) => writeCutoutRow(cutout, y, row) }, (fraction) =>
    report({ step: 'encode', fraction }),
  );
  return { output, transfer: [] };
});
