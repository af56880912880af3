// A picture as a matte: what somebody else's tool has cut out, or a black and white mask.

import { resizeMatte } from './resize-matte.js';

/** @import { Matte, Picture } from '../document/picture.js' */

/**
 * A picture with any transparency means its alpha; an opaque one means its brightness, white for subject.
 * @param {Picture} picture
 * @param {{width: number, height: number}} size  of the matte
 * @returns {Matte}
 */
export function matteFromPicture({ width, height, rgba }, size) {
  const alpha = new Uint8Array(width * height);
  for (let at = 0; at < alpha.length; at++) alpha[at] = rgba[at * 4 + 3];
  if (alpha.every((level) => level === 255)) {
    for (let at = 0, from = 0; at < alpha.length; at++, from += 4) {
      // Luma after ITU-R BT.709; a mask's greys are meant as they are stored, so they are not linearised.
      alpha[at] = 0.2126 * rgba[from] + 0.7152 * rgba[from + 1] + 0.0722 * rgba[from + 2] + 0.5;
    }
  }
  return resizeMatte({ width, height, alpha }, size);
}
