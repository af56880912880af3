// Turns the server's refusals (docs/api.md) into failures.

import { Failure } from '../document/failure.js';

/** What a gateway in front of the function answers without a code of its own. */
const CODES_BY_STATUS = new Map([
  [413, 'file_too_large'],
  [429, 'rate_limited'],
  [502, 'server_failed'],
  [503, 'warming_up'],
  [504, 'timed_out'],
]);

/**
 * @param {Headers} headers
 * @returns {number | undefined} seconds; a date, which the header may hold too, is not used by our server
 */
export function readRetryAfter(headers) {
  const value = headers.get('Retry-After');
  return value && /^\d{1,6}$/.test(value) ? Number(value) : undefined;
}

/**
 * @param {Response} response  not ok
 * @returns {Promise<Failure>}
 */
export async function readFailure(response) {
  const body = await response.json().catch(() => null);
  const first = body?.errors?.[0];
  const byStatus = CODES_BY_STATUS.get(response.status) ?? 'server_failed';
  /** @type {{detail?: string, retryAfterSeconds?: number}} */
  const facts = {};
  const detail = first?.detail ?? first?.title;
  if (typeof detail === 'string' && detail) facts.detail = detail;
  const retryAfterSeconds = readRetryAfter(response.headers);
  if (retryAfterSeconds !== undefined) facts.retryAfterSeconds = retryAfterSeconds;
  return new Failure(typeof first?.code === 'string' && first.code ? first.code : byStatus, facts);
}
