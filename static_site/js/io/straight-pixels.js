// Colours under soft alpha as they stand in the file: a canvas multiplies them by alpha and loses some.

/**
 * @param {Blob} file
 * @param {string} type  media type, by the file's bytes
 * @returns {Promise<Uint8ClampedArray<ArrayBuffer> | null>} RGBA; null where the browser has no WebCodecs or declines
 */
export async function readStraight(file, type) {
  if (typeof ImageDecoder === 'undefined') return null;
  const decoder = new ImageDecoder({ data: await file.arrayBuffer(), type });
  try {
    const { image } = await decoder.decode();
    const { format } = image;
    if (format !== 'RGBA' && format !== 'BGRA') return null;
    const rgba = new Uint8ClampedArray(image.allocationSize());
    await image.copyTo(rgba);
    image.close();
    if (format === 'BGRA') swapRedAndBlue(rgba);
    return rgba;
  } catch {
    return null;
  } finally {
    decoder.close();
  }
}

/**
 * Whether two readings show the same picture: the decoder applies neither orientation nor, everywhere, profiles.
 * @param {Uint8ClampedArray} straight  RGBA, any size
 * @param {Uint8ClampedArray} drawn  RGBA as read from a canvas: exact in alpha, and in colour where alpha is 255
 */
export function isSamePicture(straight, drawn) {
  if (straight.length !== drawn.length) return false;
  for (let at = 0; at < drawn.length; at += 4) {
    const alpha = drawn[at + 3];
    if (straight[at + 3] !== alpha) return false;
    for (let channel = at; channel < at + 3; channel++) {
      const difference = Math.abs(straight[channel] - drawn[channel]) * alpha;
      if (difference > MAX_CANVAS_ERROR && alpha > 0) return false;
    }
  }
  return true;
}

/** A canvas keeps colour times alpha to the nearest of 255 levels, there and back: at most one level each way. */
const MAX_CANVAS_ERROR = 2 * 255;

/** @param {Uint8ClampedArray} pixels */
function swapRedAndBlue(pixels) {
  for (let at = 0; at < pixels.length; at += 4) {
    const red = pixels[at + 2];
    pixels[at + 2] = pixels[at];
    pixels[at] = red;
  }
}
