// Worker: decodes a picture upright, reads its pixels exactly, and makes a photo's small copy and preview.

import { Failure } from '../document/failure.js';
import { COPY_SIDE_PX, fitWithin, MAX_PHOTO_PIXELS, PREVIEW_SIDE_PX } from '../document/picture.js';
import { serveJob } from '../workers/serve-job.js';
import { readDimensions } from './dimensions.js';
import { convertHeicToPng } from './heic.js';
import { readPixels } from './pixels.js';
import { sniffType } from './sniff.js';

/** @import { Picture, SmallCopy } from '../document/picture.js' */
/** @import { MessagePart } from '../workers/shared-memory.js' */

/** A JPEG's size stands after its metadata, which may be a thumbnail, a colour profile and more. */
const HEAD_BYTES = 1024 * 1024;

/** The copy's JPEG quality: 0.9 leaves the matte as it is, at about 140 kB. */
const COPY_QUALITY = 0.9;

/** Files that no browser reads, each with words of its own. */
const UNREADABLE_CODES = new Map([
  ['image/tiff', 'tiff_unsupported'],
  ['', 'not_a_picture'],
]);

serveJob(async (/** @type {{file: Blob, isPhoto: boolean}} */ { file, isPhoto }, report) => {
  report({ step: 'read' });
  if (file.size === 0) throw new Failure('empty_file');
  const head = await readHead(file);
  const type = sniffType(head);
  refuseTooLarge(readDimensions(head, type));
  const { bitmap, source, sourceType } = await decode(file, type);
  const original = await readPixels(bitmap, source, sourceType, (fraction) => report({ step: 'read', fraction }));
  /** @type {{original: Picture, copy?: SmallCopy, preview?: ImageBitmap}} */
  const output = { original };
  /** @type {MessagePart[]} */
  const transfer = [original.rgba.buffer];
  if (isPhoto) {
    report({ step: 'copy' });
    output.copy = await makeCopy(bitmap);
    output.preview = await makePreview(bitmap);
    transfer.push(output.preview);
  }
  bitmap.close();
  return { output, transfer };
});

/**
 * Safari reads HEIC by itself; elsewhere it becomes a PNG first.
 * @param {Blob} file
 * @param {string} type  by its bytes, '' when unknown
 * @returns {Promise<{bitmap: ImageBitmap, source: Blob, sourceType: string}>} upright, and what it was decoded from
 */
async function decode(file, type) {
  const bitmap = await tryBrowser(file, type);
  if (bitmap) return { bitmap, source: file, sourceType: type };
  if (type === 'image/heic') {
    const png = await convertHeicToPng(new Uint8Array(await file.arrayBuffer()));
    const converted = await tryBrowser(png, png.type);
    if (converted) return { bitmap: converted, source: png, sourceType: png.type };
  }
  throw new Failure(UNREADABLE_CODES.get(type) ?? 'damaged_picture');
}

/**
 * @param {Blob} file
 * @param {string} type
 * @returns {Promise<ImageBitmap | null>} upright; null when the browser can't read the file
 */
async function tryBrowser(file, type) {
  // 'from-image' applies the orientation that the file asks for, once; what is read from the bitmap afterwards
  // carries no orientation any more. The blob is retyped because its type comes from the file's name.
  const retyped = type ? file.slice(0, file.size, type) : file;
  const bitmap = await createImageBitmap(retyped, { imageOrientation: 'from-image' }).catch(() => null);
  refuseTooLarge(bitmap);
  return bitmap;
}

/** @param {Blob} file */
async function readHead(file) {
  try {
    return new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  } catch {
    // A folder was dropped, or the file was moved or changed since it was picked.
    throw new Failure('file_not_readable');
  }
}

/** @param {{width: number, height: number} | null} size */
function refuseTooLarge(size) {
  if (size && size.width * size.height > MAX_PHOTO_PIXELS) throw new Failure('photo_too_large');
}

/**
 * Always a JPEG, even when the photo has transparency: that is multiplied in again afterwards, on this device, and
 * must not be in the answer as well. Neither a white nor a black subject vanishes on mid-grey.
 * @param {ImageBitmap} bitmap
 * @returns {Promise<SmallCopy>}
 */
async function makeCopy(bitmap) {
  const { width, height } = fitWithin(bitmap.width, bitmap.height, COPY_SIDE_PX);
  const canvas = new OffscreenCanvas(width, height);
  const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d', { alpha: false }));
  context.fillStyle = '#808080';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: COPY_QUALITY });
  return { blob, width, height };
}

/** @param {ImageBitmap} bitmap */
function makePreview(bitmap) {
  const { width, height } = fitWithin(bitmap.width, bitmap.height, PREVIEW_SIDE_PX);
  return createImageBitmap(bitmap, { resizeWidth: width, resizeHeight: height, resizeQuality: 'high' });
}
