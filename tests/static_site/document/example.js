// A small document to try things on: 4 x 3 pixels, each of a colour of its own, all subject.

import { initialScene } from '../../../static_site/js/document/scene.js';

/** @import { CutoutDocument } from '../../../static_site/js/document/state.js' */

/** @returns {CutoutDocument} */
export function makeDocument(width = 4, height = 3) {
  const rgba = Uint8ClampedArray.from({ length: width * height * 4 }, (_, at) => (at % 4 === 3 ? 255 : at));
  const small = { width: 1, height: 1 };
  return {
    fileName: 'cat.jpg',
    cutout: {
      original: { width, height, rgba },
      matte: { width, height, alpha: new Uint8Array(width * height).fill(255) },
      edgeColours: { ...small, foreground: new Uint8ClampedArray(3), background: new Uint8ClampedArray(3) },
    },
    scene: initialScene({ width, height }),
  };
}
