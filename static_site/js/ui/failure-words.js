// The one table from failure codes to words: what happened, and what to do.

/** @import { FailureFacts } from '../document/failure.js' */

/** @typedef {{what: string, toDo: string}} FailureWords */

const AS_JPEG = 'Save the photo as a JPEG or PNG and try that file.';
const OTHER_PHOTO = 'Try another photo, or save this one as a new JPEG first.';
const TRY_AGAIN = 'Please try again in a minute.';
const RELOAD = 'Reload the page and try again.';

/** @type {Record<string, FailureWords>} */
const WORDS = {
  // The file
  empty_file: { what: 'This file is empty.', toDo: 'It may not have been copied completely. Try the original.' },
  file_not_readable: {
    what: 'This file could not be read.',
    toDo: 'If it is a folder, open it and choose one photo. If the file was moved or changed, choose it again.',
  },
  not_a_picture: {
    what: 'This does not look like a photo.',
    toDo: 'Choose a JPEG, PNG, WebP, AVIF, HEIC or GIF file.',
  },
  heic_unsupported: {
    what: 'This is a HEIC photo, and your browser is too old for it, or runs no WebAssembly.',
    toDo: `${AS_JPEG} On an iPhone: Settings, Camera, Formats, Most Compatible.`,
  },
  decoder_not_loaded: {
    what: 'The part of this page that reads HEIC photos could not be loaded.',
    toDo: 'Check your connection and try again.',
  },
  tiff_unsupported: { what: 'This is a TIFF file, which browsers cannot read.', toDo: AS_JPEG },
  damaged_picture: {
    what: 'Your browser cannot read this photo. It seems to be damaged, or incomplete.',
    toDo: OTHER_PHOTO,
  },
  photo_too_large: {
    what: 'This photo has more than 50 megapixels, the most that this page can hold.',
    toDo: 'Make it smaller and try again.',
  },
  nothing_pasted: {
    what: 'There is no picture on the clipboard.',
    toDo: 'Copy a picture first, or choose a file instead.',
  },
  nothing_dropped: {
    what: 'What you dropped is not a file.',
    toDo: 'Save the picture to your device first, then drop the file here.',
  },
  sample_not_loaded: { what: 'The sample photo could not be loaded.', toDo: 'Check your connection and try again.' },

  // The way to the server
  offline: { what: 'You are offline.', toDo: 'Connect to the internet and try again.' },
  server_unreachable: {
    what: 'The server could not be reached.',
    toDo: 'Check your connection and try again. A blocker or a company network may be in the way.',
  },
  timed_out: { what: 'The server took too long to answer.', toDo: TRY_AGAIN },
  warming_up: { what: 'The server is still starting.', toDo: TRY_AGAIN },
  rate_limited: { what: 'The server is busy: too many photos at once.', toDo: TRY_AGAIN },
  server_failed: { what: 'Something went wrong on the server.', toDo: TRY_AGAIN },
  bad_answer: { what: 'The server’s answer does not fit this photo.', toDo: TRY_AGAIN },

  // What the server made of the copy
  unknown_foreground: {
    what: 'No clear subject was found in this photo.',
    toDo: 'Try one in which the subject stands out more from what is behind it.',
  },
  failed_to_read_image: { what: 'The server could not read the copy of this photo.', toDo: OTHER_PHOTO },
  invalid_file_type: { what: 'The server does not know this type of picture.', toDo: AS_JPEG },
  invalid_dimensions: {
    what: 'This photo is too small or too narrow to find a subject in.',
    toDo: 'Try a larger one.',
  },
  file_too_large: { what: 'The copy of this photo is too large for the server.', toDo: OTHER_PHOTO },
  resolution_too_high: { what: 'The copy of this photo has too many pixels for the server.', toDo: OTHER_PHOTO },
  result_too_large: { what: 'The answer for this photo is too large to send.', toDo: OTHER_PHOTO },

  // This device
  out_of_memory: {
    what: 'This device ran out of memory.',
    toDo: 'Close other tabs, or make the photo smaller, and try again.',
  },
  on_device_out_of_memory: {
    what: 'This device ran out of memory while it removed the background. Nothing was sent.',
    toDo: 'The switch is back at our server. Choose the photo again to use it, or close other tabs and reload the page.',
  },
  on_device_failed: {
    what: 'This device could not remove the background. Nothing was sent.',
    toDo: 'The switch is back at our server. Choose the photo again to use it.',
  },
  model_not_loaded: { what: 'The model could not be downloaded.', toDo: 'Check your connection and try again.' },
  model_damaged: { what: 'The model did not arrive as it was published.', toDo: TRY_AGAIN },
  format_unsupported: { what: 'Your browser cannot write this format.', toDo: 'Choose PNG or JPEG.' },
  canvas_too_large: {
    what: 'This picture is too large for your browser to write in this format.',
    toDo: 'Make it smaller, or choose PNG, which can be of any size.',
  },
  copy_unsupported: { what: 'Your browser does not let pages copy pictures.', toDo: 'Save the picture instead.' },
  copy_refused: {
    what: 'Your browser did not allow the picture to be copied.',
    toDo: 'Press Copy again, and stay on this page until it is done; or save the picture.',
  },
  share_unsupported: { what: 'This device does not share such files.', toDo: 'Save the picture instead.' },
  share_refused: { what: 'The picture could not be shared.', toDo: 'Save it, and share the file.' },
  worker_not_loaded: { what: 'A part of this page could not be loaded.', toDo: `Check your connection. ${RELOAD}` },
};

/**
 * @param {FailureFacts} failure
 * @returns {FailureWords} for a code that is not in the table: a general sentence with the detail given
 */
export function failureWords({ code, detail, retryAfterSeconds, largest }) {
  const known = Object.hasOwn(WORDS, code) ? WORDS[code] : undefined;
  if (!known) {
    const reason = detail ? `: ${detail.replace(/[.\s]+$/, '')}` : ` (${code})`;
    return { what: `The background could not be removed${reason}.`, toDo: RELOAD };
  }
  if (retryAfterSeconds && known.toDo === TRY_AGAIN) {
    return { what: known.what, toDo: `Please try again in ${formatWait(retryAfterSeconds)}.` };
  }
  if (largest) {
    return {
      what: known.what,
      toDo: `At most ${largest.width} × ${largest.height} pixels work. PNG can be of any size.`,
    };
  }
  return known;
}

/** @param {number} seconds */
function formatWait(seconds) {
  if (seconds === 1) return '1 second';
  if (seconds < 90) return `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
