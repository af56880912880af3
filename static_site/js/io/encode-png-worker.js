// Worker: writes the cutout's PNG.

import { writeCutoutRow } from '../document/cutout.js';
import { serveJob } from '../workers/serve-job.js';
import { writePng } from './png-writer.js';

/** @import { Matte, Picture } from '../document/picture.js' */

serveJob(async (/** @type {{original: Picture, matte: Matte}} */ { original, matte }, report) => {
  const { width, height } = original;
  const output = await writePng(
    { width, height, writeRow: (y, row) => writeCutoutRow(original, matte, y, row) },
    (fraction) => report({ step: 'encode', fraction }),
  );
  return { output, transfer: [] };
});
