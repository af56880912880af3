// A photo's colours at a smaller size, as separate planes.

/** @import { Picture } from '../document/picture.js' */

/**
 * Mean colour of the pixels under each pixel of a smaller size. Each pixel of the photo counts once.
 * @param {Picture} photo
 * @param {{width: number, height: number}} size  at most the photo's
 * @returns {Uint32Array[]} red, green and blue, size.width * size.height values each, 0..255
 */
export function shrinkPhoto(photo, size) {
  const planes = [0, 1, 2].map(() => new Uint32Array(size.width * size.height));
  const [red, green, blue] = planes;
  const columns = Uint32Array.from({ length: size.width + 1 }, (_, x) => Math.ceil((x * photo.width) / size.width));
  const { rgba } = photo;
  for (let y = 0, at = 0; y < size.height; y++) {
    const top = Math.ceil((y * photo.height) / size.height);
    const bottom = Math.ceil(((y + 1) * photo.height) / size.height);
    for (let x = 0; x < size.width; x++, at++) {
      let r = 0;
      let g = 0;
      let b = 0;
      for (let row = top; row < bottom; row++) {
        const end = (row * photo.width + columns[x + 1]) * 4;
        for (let from = (row * photo.width + columns[x]) * 4; from < end; from += 4) {
          r += rgba[from];
          g += rgba[from + 1];
          b += rgba[from + 2];
        }
      }
      const count = (bottom - top) * (columns[x + 1] - columns[x]);
      red[at] = r / count + 0.5;
      green[at] = g / count + 0.5;
      blue[at] = b / count + 0.5;
    }
  }
  return planes;
}
