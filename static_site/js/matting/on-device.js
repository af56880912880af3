// Matting engine 'on device': the network runs in this browser, and the photo stays where it is.

import { runJob } from '../workers/run-job.js';

/** @import { Matte } from '../document/picture.js' */
/** @import { MattingEngine } from './function.js' */

/** @type {number | null} */
let seconds = null;

/** @returns {number | null} how long the last photo took on this device, downloads excluded */
export const secondsOfLastRun = () => seconds;

/**
 * A worker for each photo: it ends with the job, and gives all of the network's memory back to the device.
 * @type {MattingEngine}
 */
export async function matte(copy, options) {
  /** @type {{matte: Matte, seconds: number}} */
  const answer = await runJob(new URL('./on-device-worker.js', import.meta.url), copy, options);
  seconds = answer.seconds;
  return answer.matte;
}
