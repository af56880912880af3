// Puts a finished picture on the clipboard.

import { Failure } from '../document/failure.js';

/** Whether this browser lets a page copy pictures at all. */
export function canCopy() {
  return typeof ClipboardItem !== 'undefined' && Boolean(navigator.clipboard?.write);
}

/**
 * To be called at once when the button is pressed: Safari allows it only then, and so takes a promise of the picture.
 * PNG is the one format that every clipboard knows.
 * @param {Promise<Blob>} picture  a PNG in the making; when it fails, so does this, with its failure
 * @returns {Promise<void>}
 */
export async function copyPng(picture) {
  if (!canCopy()) throw new Failure('copy_unsupported');
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
  } catch {
    // A picture that could not be made says why; else the browser has refused.
    await picture;
    throw new Failure('copy_refused');
  }
}
