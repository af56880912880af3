// Writes an RGBA PNG row by row. A canvas can't: it is premultiplied, and loses colour where alpha is low.

import { makeChunk, makeDensity, makeHeader, PNG_SIGNATURE } from './png.js';
import { chooseFilter, filterRow } from './png-filter.js';

/** Handed to the compressor at a time: large enough to keep it busy, small enough never to pile up. */
const BATCH_BYTES = 1024 * 1024;

/**
 * @param {object} picture
 * @param {number} picture.width
 * @param {number} picture.height
 * @param {(y: number, row: Uint8Array) => void} picture.writeRow  fills one row, RGBA, straight alpha
 * @param {(fraction: number) => void} [onProgress]
 * @param {number} [dotsPerInch]  written where the size on paper matters
 * @returns {Promise<Blob>} with nothing else in it but the pixels: no metadata, no time, no software
 */
export async function writePng({ width, height, writeRow }, onProgress = () => {}, dotsPerInch) {
  const compression = new CompressionStream('deflate');
  const chunks = collectChunks(compression.readable);
  const writer = compression.writable.getWriter();
  const rowBytes = width * 4;
  const batchRows = Math.max(1, Math.floor(BATCH_BYTES / (rowBytes + 1)));
  let row = new Uint8Array(rowBytes);
  let previous = new Uint8Array(rowBytes);
  for (let start = 0; start < height; start += batchRows) {
    const rows = Math.min(batchRows, height - start);
    const batch = new Uint8Array(rows * (rowBytes + 1));
    for (let index = 0; index < rows; index++) {
      writeRow(start + index, row);
      const out = batch.subarray(index * (rowBytes + 1), (index + 1) * (rowBytes + 1));
      filterRow(chooseFilter(row, previous), row, previous, out);
      [row, previous] = [previous, row];
    }
    // Waiting for each batch is what bounds the memory: the stream never holds more than one.
    await writer.write(batch);
    onProgress((start + rows) / height);
  }
  await writer.close();
  const head = [PNG_SIGNATURE, makeHeader(width, height), ...(dotsPerInch ? [makeDensity(dotsPerInch)] : [])];
  return new Blob([...head, ...(await chunks), makeChunk('IEND', new Uint8Array(0))], { type: 'image/png' });
}

/**
 * @param {ReadableStream<Uint8Array>} compressed
 * @returns {Promise<Uint8Array<ArrayBuffer>[]>} one IDAT chunk per piece
 */
async function collectChunks(compressed) {
  const chunks = [];
  const reader = compressed.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    chunks.push(makeChunk('IDAT', piece.value));
  }
  return chunks;
}
