// What stands in a JPEG before its pixels: browsers' own notes are taken out, the size on paper is put in.

/** JFIF's header, without which nobody knows how the colours are meant; APP14 says so for files without it. */
const APP0 = 0xe0;
const APP14 = 0xee;
const COMMENT = 0xfe;
const START_OF_SCAN = 0xda;

/**
 * @param {Uint8Array<ArrayBuffer>} file
 * @param {number} [dotsPerInch]  where the size on paper matters
 * @returns {Uint8Array<ArrayBuffer>[]} the parts of the same picture without metadata: no EXIF, no profile, no comment
 */
export function cleanJpeg(file, dotsPerInch) {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const parts = [file.subarray(0, 2), makeJfif(dotsPerInch)];
  let at = 2;
  while (view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === START_OF_SCAN) break;
    const end = at + 2 + view.getUint16(at + 2);
    const isNote = (marker >= APP0 && marker <= 0xef && marker !== APP14) || marker === COMMENT;
    if (!isNote) parts.push(file.subarray(at, end));
    at = end;
  }
  return [...parts, file.subarray(at)];
}

/**
 * https://www.w3.org/Graphics/JPEG/jfif3.pdf
 * @param {number | undefined} dotsPerInch
 * @returns {Uint8Array<ArrayBuffer>}
 */
function makeJfif(dotsPerInch) {
  const segment = Uint8Array.of(0xff, APP0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0);
  if (dotsPerInch) {
    const view = new DataView(segment.buffer);
    view.setUint8(11, 1); // dots per inch
    view.setUint16(12, Math.round(dotsPerInch));
    view.setUint16(14, Math.round(dotsPerInch));
  }
  return segment;
}
