// Writes a JPEG: on white where the picture is transparent, and with white that is still white when it is read again.

import { overRow } from '../render/over-row.js';
import { readBands } from './bitmap-bands.js';
import { writeByCanvas } from './canvas-writer.js';
import { cleanJpeg } from './jpeg-segments.js';
import { createWhiteBlocks } from './white-blocks.js';

/**
 * @import { SceneRenderer } from '../render/scene-renderer.js'
 * @import { CanvasOptions } from './canvas-writer.js'
 */

/** @typedef {ReturnType<typeof createWhiteBlocks>} WhiteBlocks */

const TYPE = 'image/jpeg';

/** Below this a JPEG's white can come out as 254: then the file is written again with as little loss as this. */
const WHITE_QUALITY = [0.9, 1];

/**
 * @param {SceneRenderer} renderer
 * @param {Omit<CanvasOptions, 'type'> & {dotsPerInch?: number | undefined}} options
 * @returns {Promise<Blob>}
 */
export async function writeJpeg(renderer, { quality, dotsPerInch, onProgress }) {
  const { width, height } = renderer;
  const white = createWhiteBlocks(width, height);
  const top = new Uint8Array(width * 4);
  /** @param {number} y @param {Uint8Array | Uint8ClampedArray} row */
  const writeRow = (y, row) => {
    if (renderer.opaque) {
      renderer.writeRow(y, row);
    } else {
      row.fill(255);
      renderer.writeRow(y, top);
      overRow(row, top);
    }
    white.addRow(y, row);
  };
  const picture = { width, height, writeRow };
  let blob = await writeByCanvas(picture, { type: TYPE, quality, onProgress });
  // Drawn anew for each try, which is seldom, as the canvas would lie beside what is read again.
  for (const better of WHITE_QUALITY.filter((least) => least > quality)) {
    if (!white.any() || (await isWhiteStill(blob, white))) break;
    blob = await writeByCanvas(picture, { type: TYPE, quality: better, onProgress });
  }
  const parts = cleanJpeg(new Uint8Array(await blob.arrayBuffer()), dotsPerInch);
  return new Blob(parts, { type: TYPE });
}

/**
 * Shops reject a white of 254, 254, 253: what was written is read again, and looked at.
 * @param {Blob} blob
 * @param {WhiteBlocks} white
 */
async function isWhiteStill(blob, white) {
  const bitmap = await createImageBitmap(blob);
  const { width } = bitmap;
  try {
    for (const { y, rows, data } of readBands(bitmap)) {
      for (let row = 0; row < rows; row++) {
        if (!white.holds(y + row, data.subarray(row * width * 4, (row + 1) * width * 4))) return false;
      }
    }
    return true;
  } finally {
    bitmap.close();
  }
}
