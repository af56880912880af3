// The name of the file to save, made from the photo's name and safe on every system.

/** @import { ExportFormat } from './export.js' */

/** Leaves room for the suffix within the 255 bytes that file systems allow, even at four bytes a character. */
const MAX_BASE_CHARS = 50;

/** Control and invisible direction characters (which can disguise a name), and what paths and Windows reserve. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029<>:"/\\|?*]+/gu;

/** @type {Record<ExportFormat, string>} */
const EXTENSIONS = { png: 'png', jpeg: 'jpg', webp: 'webp' };

/**
 * @param {string} photoName  as given by the system, never trusted
 * @param {ExportFormat} [format]
 * @returns {string} '<base>-cutout.png'
 */
export function cutoutFileName(photoName, format = 'png') {
  const withoutExtension = photoName.replace(/\.[^.\s/\\]{1,5}$/, '');
  const safe = withoutExtension.replace(UNSAFE, ' ').replace(/\s+/g, ' ');
  const base = [...safe].slice(0, MAX_BASE_CHARS).join('');
  // A leading dot hides a file, a trailing dot or blank is dropped by Windows.
  const trimmed = base.replace(/^[\s.]+|[\s.]+$/g, '');
  return `${trimmed || 'photo'}-cutout.${EXTENSIONS[format]}`;
}
