// Hands a finished picture to the device's own share sheet.

import { Failure } from '../document/failure.js';

/**
 * @param {File} file
 * @returns {boolean} whether this device shares such files
 */
export function canShare(file) {
  return Boolean(navigator.canShare?.({ files: [file] }));
}

/**
 * To be called when a button is pressed, with a file that is ready: browsers allow it only for a moment.
 * @param {File} file
 * @returns {Promise<boolean>} false when the person closed the sheet again
 */
export async function sharePicture(file) {
  if (!canShare(file)) throw new Failure('share_unsupported');
  try {
    await navigator.share({ files: [file] });
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return false;
    throw new Failure('share_refused');
  }
}
