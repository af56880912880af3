// Matting engine 'on device': the network runs in this browser, and the photo stays where it is.

import { runJob } from '../workers/run-job.js';

/**
 * @import { Matte, SmallCopy } from '../document/picture.js'
 * @import { MattingEngine, MattingOptions } from './function.js'
 */

/**
 * The graphics processor is on trial with its first photo, which wasm does as well: wasm's matte is taken, and the two
 * are compared. After any failure it is not used again.
 * @typedef {'none' | 'offered' | 'missing' | 'wanted' | 'used' | 'refused'} Gpu  'wanted' until it has stood its trial
 */

/**
 * @param {(facts: {seconds?: number, gpu?: Gpu}) => void} onChange  seconds: how long a photo took, downloads excluded
 */
export function createOnDevice(onChange) {
  /** @type {'unused' | 'wanted' | 'used'} */
  let gpu = 'unused';

  /** @param {boolean} isBetter */
  function judgeGpu(isBetter) {
    gpu = isBetter ? 'used' : 'unused';
    onChange({ gpu: isBetter ? 'used' : 'refused' });
  }

  /** @type {MattingEngine} */
  async function matte(copy, options) {
    let answer = gpu === 'used' ? await runOnGpu(copy, options) : null;
    answer ??= await run(copy, 'wasm', options);
    if (gpu === 'wanted') {
      const [{ isGpuBetter }, byGpu] = await Promise.all([import('./on-device-gpu.js'), runOnGpu(copy, options)]);
      judgeGpu(byGpu !== null && isGpuBetter(answer, byGpu));
    }
    onChange({ seconds: answer.seconds });
    return answer.matte;
  }

  /**
   * @param {SmallCopy} copy
   * @param {MattingOptions} options
   * @returns {Promise<{matte: Matte, seconds: number} | null>} null when it failed, in whatever way
   */
  async function runOnGpu(copy, { signal, onProgress }) {
    const { GPU_TIMEOUT_MS } = await import('./on-device-gpu.js');
    const patience = AbortSignal.any([signal, AbortSignal.timeout(GPU_TIMEOUT_MS)]);
    try {
      return await run(copy, 'webgpu', { signal: patience, onProgress });
    } catch {
      signal.throwIfAborted();
      judgeGpu(false);
      return null;
    }
  }

  return {
    matte,
    /** @param {boolean} wanted  takes effect with the next photo */
    useGpu(wanted) {
      gpu = wanted ? 'wanted' : 'unused';
    },
  };
}

/**
 * A worker for each photo: it ends with the job, and gives all of the network's memory back to the device.
 * @param {SmallCopy} copy
 * @param {'wasm' | 'webgpu'} build
 * @param {MattingOptions} options
 * @returns {Promise<{matte: Matte, seconds: number}>}
 */
function run(copy, build, options) {
  return runJob(new URL('./on-device-worker.js', import.meta.url), { copy, build }, options);
}
