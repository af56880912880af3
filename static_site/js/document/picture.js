// What a picture and a matte are, and how large they may be.

/**
 * A photo as it is seen: upright, sRGB, straight (not premultiplied) alpha. Never changed after decoding.
 * Coordinate space: image pixels, origin at the top left, row by row.
 * @typedef {object} Picture
 * @property {number} width
 * @property {number} height
 * @property {Uint8ClampedArray} rgba  width * height * 4 values, 0..255; may lie in memory that workers share
 */

/**
 * How much of each pixel belongs to the subject. Same coordinate space as the picture it was made for,
 * at that picture's size or at the size of a small copy of it.
 * @typedef {object} Matte
 * @property {number} width
 * @property {number} height
 * @property {Uint8Array} alpha  width * height values, 0 = background, 255 = subject; may be shared as well
 */

/**
 * A rectangle of whole image pixels.
 * @typedef {{x: number, y: number, width: number, height: number}} Rect
 */

/** Edge colours vary slowly: a quarter of the size is enough for them, at a sixteenth of time and memory. */
export const EDGE_COLOURS_SHRINK = 4;

/**
 * Smooth estimates of the subject's and of the background's colour around soft edges, from which the colour of a
 * soft pixel is unmixed when it is drawn or written. A sixteenth of the original's pixels, RGB.
 * @typedef {object} EdgeColours
 * @property {number} width  ceil(original.width / EDGE_COLOURS_SHRINK)
 * @property {number} height  ceil(original.height / EDGE_COLOURS_SHRINK)
 * @property {Uint8ClampedArray<ArrayBuffer>} foreground  width * height * 3 values, 0..255
 * @property {Uint8ClampedArray<ArrayBuffer>} background  width * height * 3 values, 0..255
 */

/**
 * Everything that a cutout is made of: nothing is lost in any of it.
 * @typedef {object} Cutout
 * @property {Picture} original
 * @property {Matte} matte  of the original's size
 * @property {EdgeColours} edgeColours
 */

/**
 * The small upright copy that a matting engine looks at.
 * @typedef {object} SmallCopy
 * @property {Blob} blob  a JPEG without metadata
 * @property {number} width
 * @property {number} height
 */

/** ISNet works at 1024 x 1024 whatever it is sent, so a larger copy would only carry more of the photo away. */
export const COPY_SIDE_PX = 1024;

/** 50 megapixels are 200 MB of pixels; with the working copies a phone or a small laptop has no more to give. */
export const MAX_PHOTO_PIXELS = 50_000_000;

/** A view of the photo never needs more than a large screen shows. */
export const PREVIEW_SIDE_PX = 2048;

/**
 * The largest size of the same proportions whose long side is at most `side`; never larger than the original.
 * @param {number} width
 * @param {number} height
 * @param {number} side
 * @returns {{width: number, height: number}}
 */
export function fitWithin(width, height, side) {
  const scale = Math.min(1, side / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}
