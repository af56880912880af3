// The one error that a person may get to see: a stable code, and what is known about it.

/**
 * @typedef {object} FailureFacts
 * @property {string} code  the function's code (docs/api.md) or one of the page's own; ui/failure-words.js has the words
 * @property {string} [detail]  the server's own sentence, for codes that the page does not know
 * @property {number} [retryAfterSeconds]
 * @property {{width: number, height: number}} [largest]  the size that would work, where one is too large
 */

/** Thrown by every step that can fail for a reason which can be put in words. */
export class Failure extends Error {
  /**
   * @param {string} code
   * @param {Omit<FailureFacts, 'code'>} [facts]
   */
  constructor(code, facts = {}) {
    super(facts.detail ? `${code}: ${facts.detail}` : code);
    this.name = 'Failure';
    /** @type {FailureFacts} */
    this.facts = { code, ...facts };
  }
}

/**
 * Any thrown value as the facts of a failure.
 * @param {unknown} error
 * @returns {FailureFacts}
 */
export function failureFacts(error) {
  if (error instanceof Failure) return error.facts;
  // Browsers refuse an array that does not fit into memory with a RangeError.
  if (error instanceof RangeError) return { code: 'out_of_memory' };
  return { code: 'unexpected', detail: error instanceof Error ? error.message : String(error) };
}
