// Memory for pixels that the page and its workers see at once: at 12 megapixels each copy of a photo would be 48 MB.

/** What may be named to move with a message. @typedef {Transferable | ArrayBufferLike} MessagePart */

/** Only a cross-origin isolated page may share, as all of ours are; WebKitGTK is isolated, and yet has no such memory. */
export function canShareMemory() {
  return Boolean(globalThis.crossOriginIsolated) && 'SharedArrayBuffer' in globalThis;
}

/**
 * Where nothing can be shared, a worker gets a copy, or the memory moves to it.
 * @param {number} bytes
 * @returns {ArrayBufferLike} zeros
 */
export function allocateShared(bytes) {
  return canShareMemory() ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
}

/**
 * What of a message can be moved: shared memory can't, and need not, as both ends have it.
 * @param {MessagePart[]} parts
 * @returns {Transferable[]}
 */
export function movable(parts) {
  const isShared = (/** @type {unknown} */ part) => canShareMemory() && part instanceof SharedArrayBuffer;
  return /** @type {Transferable[]} */ (parts.filter((part) => !isShared(part)));
}
