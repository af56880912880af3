// How large a canvas may be: browsers differ, and the worst of them go black in silence.

/** @typedef {OffscreenCanvasRenderingContext2D & {canvas: OffscreenCanvas}} CanvasContext */

/** Areas to fall back to: what a laptop holds without trouble (8192 * 8192), and down to what iOS allows (4096 * 4096). */
const SAFE_AREAS_PX = [67_108_864, 33_554_432, 16_777_216, 8_388_608, 4_194_304];

/** Sides that the formats themselves end at. @type {Record<string, number>} */
const MAX_SIDE_PX = { 'image/webp': 16_383, 'image/jpeg': 65_535 };

/**
 * A canvas that has been seen to keep what is drawn in its last corner.
 * @param {number} width
 * @param {number} height
 * @param {string} type  media type that it is to be encoded in
 * @returns {CanvasContext | null} null when it is too large for this browser or for the format
 */
export function takesPixels(width, height, type) {
  if (Math.max(width, height) > (MAX_SIDE_PX[type] ?? Number.POSITIVE_INFINITY)) return null;
  try {
    const canvas = new OffscreenCanvas(width, height);
    // Never on the GPU, whose textures are smaller, and from which each encoding would have to be read back.
    // And without alpha, as all that is drawn is opaque: at 12 megapixels Chromium's WebP encoder needs 140 MB less.
    const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false });
    if (!context) return null;
    const probe = new ImageData(Uint8ClampedArray.of(12, 200, 77, 255), 1, 1);
    context.putImageData(probe, width - 1, height - 1);
    const { data } = context.getImageData(width - 1, height - 1, 1, 1);
    return probe.data.every((level, index) => data[index] === level) ? context : null;
  } catch {
    return null;
  }
}

/**
 * @param {number} width
 * @param {number} height
 * @param {string} type
 * @returns {{width: number, height: number}} the largest size of the same proportions that works here
 */
export function largestCanvas(width, height, type) {
  const side = MAX_SIDE_PX[type] ?? Math.max(width, height);
  for (const area of SAFE_AREAS_PX) {
    const factor = Math.min(Math.sqrt(area / (width * height)), side / Math.max(width, height));
    if (factor > 1) continue;
    const size = { width: Math.max(1, Math.floor(width * factor)), height: Math.max(1, Math.floor(height * factor)) };
    if (takesPixels(size.width, size.height, type)) return size;
  }
  return { width: 1, height: 1 };
}
