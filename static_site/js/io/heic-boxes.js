// What the header of a HEIC or AVIF file says of its main picture: size and colours. ISO/IEC 23008-12.

/**
 * How numbers become colours: an ICC profile, or code points of ITU-T H.273.
 * @typedef {{profile: Uint8Array} | {primaries: number, transfer: number} | null} Colours  null: sRGB
 */

/**
 * @typedef {object} MainPicture
 * @property {{width: number, height: number} | null} size  as stored: before the file's own rotation
 * @property {Colours} colours
 */

/** @typedef {{type: string, start: number, end: number}} Box  its contents, without the box's own header */

const EMPTY_BOX = { type: '', start: 0, end: 0 };

/** A full box opens with its version and flags. */
const FULL_BOX_BYTES = 4;

/**
 * @param {DataView} view  the file's first bytes
 * @returns {MainPicture}
 * @throws {RangeError} when the header goes on after them
 */
export function readMainPicture(view) {
  const meta = find(boxesIn(view, 0, view.byteLength), 'meta');
  const parts = boxesIn(view, meta.start + FULL_BOX_BYTES, meta.end);
  const itemProperties = find(parts, 'iprp');
  const propertyParts = boxesIn(view, itemProperties.start, itemProperties.end);
  const container = find(propertyParts, 'ipco');
  const properties = boxesIn(view, container.start, container.end);
  const itemId = readMainItemId(view, find(parts, 'pitm'));
  const own = propertyParts
    .filter(({ type }) => type === 'ipma')
    .flatMap((box) => readAssociations(view, box).get(itemId) ?? [])
    .map((index) => properties[index - 1] ?? EMPTY_BOX);
  // A picture in tiles may leave it to them to name their colours.
  const colours = readColours(view, own) ?? readColours(view, properties);
  return { size: readSize(view, find(own, 'ispe')), colours };
}

/**
 * @param {DataView} view
 * @param {number} start
 * @param {number} end
 * @returns {Box[]} as far as they make sense; the last may end after the view does, as that of the pixels will
 */
function boxesIn(view, start, end) {
  const boxes = [];
  for (let at = start; at + 8 <= end; ) {
    const declared = view.getUint32(at);
    const headerBytes = declared === 1 ? 16 : 8;
    const size = declared === 1 ? Number(view.getBigUint64(at + 8)) : declared || end - at;
    if (size < headerBytes) break;
    boxes.push({ type: readFourChars(view, at + 4), start: at + headerBytes, end: at + size });
    at += size;
  }
  return boxes;
}

/** @param {Box[]} boxes @param {string} type @returns {Box} an empty one when there is none */
const find = (boxes, type) => boxes.find((box) => box.type === type) ?? EMPTY_BOX;

/** @param {DataView} view @param {number} at */
function readFourChars(view, at) {
  return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
}

/** @param {DataView} view @param {Box} box */
function readMainItemId(view, { start, end }) {
  if (start === end) return -1;
  return view.getUint8(start) === 0 ? view.getUint16(start + FULL_BOX_BYTES) : view.getUint32(start + FULL_BOX_BYTES);
}

/**
 * @param {DataView} view
 * @param {Box} box  ipma
 * @returns {Map<number, number[]>} from items to the numbers, from 1, of their properties
 */
function readAssociations(view, { start, end }) {
  const wideIds = view.getUint8(start) > 0;
  const wideIndices = (view.getUint8(start + 3) & 1) === 1;
  const associations = new Map();
  let at = start + FULL_BOX_BYTES + 4;
  for (let left = view.getUint32(start + FULL_BOX_BYTES); left > 0 && at < end; left--) {
    const itemId = wideIds ? view.getUint32(at) : view.getUint16(at);
    at += wideIds ? 4 : 2;
    const count = view.getUint8(at++);
    const indices = [];
    // The highest bit only says whether a reader must know the property.
    for (let n = 0; n < count; n++, at += wideIndices ? 2 : 1) {
      indices.push(wideIndices ? view.getUint16(at) & 0x7fff : view.getUint8(at) & 0x7f);
    }
    associations.set(itemId, indices);
  }
  return associations;
}

/** @param {DataView} view @param {Box} box  ispe */
function readSize(view, { start, end }) {
  if (start === end) return null;
  return { width: view.getUint32(start + FULL_BOX_BYTES), height: view.getUint32(start + FULL_BOX_BYTES + 4) };
}

/**
 * @param {DataView} view
 * @param {Box[]} properties
 * @returns {Colours} the profile where there is one: it is exact, the code points beside it are for players of films
 */
function readColours(view, properties) {
  const byKind = new Map();
  for (const { type, start, end } of properties) {
    if (type === 'colr') byKind.set(readFourChars(view, start), { start: start + 4, end });
  }
  const profile = byKind.get('prof') ?? byKind.get('rICC');
  if (profile) {
    return { profile: new Uint8Array(view.buffer, view.byteOffset + profile.start, profile.end - profile.start) };
  }
  const points = byKind.get('nclx');
  return points ? { primaries: view.getUint16(points.start), transfer: view.getUint16(points.start + 2) } : null;
}
