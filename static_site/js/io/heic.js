// HEIC to PNG by libheif, which is only fetched, from this site, when a HEIC comes that the browser can't read itself.

import { Failure } from '../document/failure.js';
import { MAX_PHOTO_PIXELS } from '../document/picture.js';
import { readMainPicture } from './heic-boxes.js';
import { wrapInPng } from './heic-png.js';

/**
 * The little of libheif that is needed. Objects of it are freed with the worker that this runs in.
 * @typedef {{handle: unknown, is_primary(): boolean, has_alpha_channel(): boolean,
 *   get_width(): number, get_height(): number}} HeifImage
 * @typedef {{id: unknown, width: number, height: number, stride: number, data: Uint8Array}} HeifChannel
 * @typedef {object} Libheif
 * @property {new () => {decode(file: Uint8Array): HeifImage[]}} HeifDecoder
 * @property {(handle: unknown, colourSpace: unknown, chroma: unknown) =>
 *   {code?: number, channels: HeifChannel[]}} heif_js_decode_image2
 * @property {{heif_colorspace_RGB: unknown}} heif_colorspace
 * @property {{heif_chroma_interleaved_RGB: unknown, heif_chroma_interleaved_RGBA: unknown}} heif_chroma
 */

const LIBHEIF = new URL('../../vendor/libheif/libheif.mjs', import.meta.url);

/**
 * @param {Uint8Array} file
 * @returns {Promise<Blob>} upright, with the file's colours
 */
export async function convertHeicToPng(file) {
  const libheif = await loadLibheif();
  try {
    return decodeMainPicture(libheif, file);
  } catch (error) {
    // libheif throws whatever its C++ does, and numbers among them.
    if (error instanceof Failure || error instanceof RangeError) throw error;
    throw new Failure('damaged_picture');
  }
}

/** @returns {Promise<Libheif>} */
async function loadLibheif() {
  // The page's own policy and old browsers may both forbid WebAssembly.
  if (typeof WebAssembly === 'undefined') throw new Failure('heic_unsupported');
  const { default: createLibheif } = await import(LIBHEIF.href).catch(() => {
    throw new Failure('decoder_not_loaded');
  });
  return createLibheif({ printErr: () => {} });
}

/**
 * @param {Libheif} libheif
 * @param {Uint8Array} file
 */
function decodeMainPicture(libheif, file) {
  const images = new libheif.HeifDecoder().decode(file);
  const image = images.find((candidate) => candidate.is_primary()) ?? images[0];
  if (!image) throw new Failure('damaged_picture');
  if (image.get_width() * image.get_height() > MAX_PHOTO_PIXELS) throw new Failure('photo_too_large');
  const channels = image.has_alpha_channel() ? 4 : 3;
  const { heif_chroma_interleaved_RGB: rgb, heif_chroma_interleaved_RGBA: rgba } = libheif.heif_chroma;
  const decoded = libheif.heif_js_decode_image2(
    image.handle,
    libheif.heif_colorspace.heif_colorspace_RGB,
    channels === 4 ? rgba : rgb,
  );
  if (!decoded || decoded.code) throw new Failure('damaged_picture');
  const [{ width, height, stride, data }] = decoded.channels;
  const { colours } = readMainPicture(new DataView(file.buffer, file.byteOffset, file.byteLength));
  return wrapInPng({ width, height, channels, strideBytes: stride, bytes: data }, colours);
}
