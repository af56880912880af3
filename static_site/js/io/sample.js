// Fetches one of the site's own sample photos as a file.

import { Failure } from '../document/failure.js';

/**
 * @param {string} address  of this site
 * @param {AbortSignal} signal
 * @returns {Promise<File>}
 */
export async function fetchSample(address, signal) {
  const response = await fetch(address, { signal }).catch((error) => {
    if (signal.aborted) throw error;
    throw new Failure('sample_not_loaded');
  });
  if (!response.ok) throw new Failure('sample_not_loaded');
  const name = address.slice(address.lastIndexOf('/') + 1);
  return new File([await response.blob()], name);
}
