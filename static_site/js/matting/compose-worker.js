// Worker: brings the matte to the photo's size and draws the preview.

import { shrinkCutout } from '../document/cutout.js';
import { upscaleMatte } from '../document/matte.js';
import { fitWithin, PREVIEW_SIDE_PX } from '../document/picture.js';
import { serveJob } from '../workers/serve-job.js';

/** @import { Matte, Picture } from '../document/picture.js' */

serveJob(async (/** @type {{original: Picture, smallMatte: Matte}} */ { original, smallMatte }, report) => {
  const { width, height } = original;
  const matte = upscaleMatte(smallMatte, width, height, (fraction) => report({ step: 'compose', fraction }));
  const size = fitWithin(width, height, PREVIEW_SIDE_PX);
  const small = shrinkCutout(original, matte, size.width, size.height);
  const preview = await createImageBitmap(new ImageData(small.rgba, small.width, small.height));
  return { output: { original, matte, preview }, transfer: [original.rgba.buffer, matte.alpha.buffer, preview] };
});
