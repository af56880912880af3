// Reads a bitmap's pixels in bands, whatever its size: iOS gives black for a canvas of more than 16,777,216 pixels.

const BAND_PIXELS = 2_000_000;

/**
 * @param {ImageBitmap} bitmap
 * @returns {Generator<{y: number, rows: number, data: Uint8ClampedArray}>} whole rows, RGBA, from top to bottom
 */
export function* readBands(bitmap) {
  const { width, height } = bitmap;
  const bandRows = Math.min(height, Math.max(1, Math.floor(BAND_PIXELS / width)));
  const context = new OffscreenCanvas(width, bandRows).getContext('2d', { willReadFrequently: true });
  if (!context) throw new RangeError('no memory for a canvas');
  // Transparent rows replace those of the band before.
  context.globalCompositeOperation = 'copy';
  for (let y = 0; y < height; y += bandRows) {
    const rows = Math.min(bandRows, height - y);
    context.drawImage(bitmap, 0, -y);
    yield { y, rows, data: context.getImageData(0, 0, width, rows).data };
  }
}
