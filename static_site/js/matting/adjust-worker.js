// Worker: adjusts a whole matte.

import { matteFromPicture } from '../filters/matte-from-picture.js';
import { growMatte, invertMatte } from '../filters/morphology.js';
import { featherMatte, smoothMatte } from '../filters/outline.js';
import { keepPart, removePart } from '../filters/parts.js';
import { serveJob } from '../workers/serve-job.js';

/** @import { Matte } from '../document/picture.js' */
/** @import { Adjustment } from './adjust.js' */

serveJob(async (/** @type {{matte: Matte, adjustment: Adjustment}} */ { matte, adjustment }, report) => {
  report({ step: 'adjust' });
  const output = adjust(matte, adjustment);
  return { output, transfer: [output.alpha.buffer] };
});

/**
 * @param {Matte} matte
 * @param {Adjustment} adjustment
 * @returns {Matte}
 */
function adjust(matte, adjustment) {
  switch (adjustment.kind) {
    case 'grow':
      return growMatte(matte, adjustment.radiusPx);
    case 'feather':
      return featherMatte(matte, adjustment.radiusPx);
    case 'smooth':
      return smoothMatte(matte, adjustment.radiusPx);
    case 'invert':
      return invertMatte(matte);
    case 'removePart':
      return removePart(matte, adjustment.point);
    case 'keepPart':
      return keepPart(matte, adjustment.point);
    case 'import':
      return matteFromPicture(adjustment.picture, matte);
  }
}
