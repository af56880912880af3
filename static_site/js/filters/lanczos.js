// Resizes 8-bit images by Lanczos-3, bit for bit as Pillow does, so that both matting engines see the same pixels.

/**
 * An image of interleaved 8-bit channels. Coordinate space: image pixels, row by row from the top left.
 * @typedef {object} Raster
 * @property {number} width
 * @property {number} height
 * @property {number} channels  values of each pixel
 * @property {Uint8Array | Uint8ClampedArray} data  width * height * channels values, 0..255
 */

/** Lobes on each side of the kernel: Lanczos-3. */
const LOBES = 3;

/** Weights are integers of this many fractional bits; with 8 bits of level and 2 to spare, sums fit into 32. */
const WEIGHT_BITS = 32 - 8 - 2;

/** @param {number} x  distance from the kernel's centre, in samples */
function lanczos(x) {
  if (x <= -LOBES || x >= LOBES) return 0;
  return sinc(x) * sinc(x / LOBES);
}

/** @param {number} x */
function sinc(x) {
  return x === 0 ? 1 : Math.sin(x * Math.PI) / (x * Math.PI);
}

/**
 * Which source samples each target sample is made of, and how much of each.
 * @param {number} sourceLength
 * @param {number} targetLength
 */
function makeKernels(sourceLength, targetLength) {
  const scale = sourceLength / targetLength;
  // When shrinking, the kernel is stretched over the source, so that no sample is passed over.
  const stretch = Math.max(scale, 1);
  const support = LOBES * stretch;
  const size = Math.ceil(support) * 2 + 1;
  const first = new Int32Array(targetLength);
  const count = new Int32Array(targetLength);
  const weights = new Int32Array(targetLength * size);
  for (let target = 0; target < targetLength; target++) {
    const centre = (target + 0.5) * scale;
    const start = Math.max(0, Math.trunc(centre - support + 0.5));
    const end = Math.min(sourceLength, Math.trunc(centre + support + 0.5));
    const exact = Array.from({ length: end - start }, (_, index) => lanczos((start + index - centre + 0.5) / stretch));
    const sum = exact.reduce((total, weight) => total + weight, 0);
    first[target] = start;
    count[target] = end - start;
    for (let index = 0; index < exact.length; index++) {
      const weight = (exact[index] / sum) * 2 ** WEIGHT_BITS;
      weights[target * size + index] = Math.trunc(weight < 0 ? weight - 0.5 : weight + 0.5);
    }
  }
  return { first, count, weights, size };
}

/**
 * One dimension of the resizing. A line is a run of samples `step` values apart; a row has a sample every pixel, a
 * column one every row.
 * @param {Raster['data']} source
 * @param {Uint8ClampedArray} target
 * @param {ReturnType<typeof makeKernels>} kernels
 * @param {{sourceLine: number, targetLine: number, lines: number, step: number, channels: number}} layout
 */
function resizeLines(source, target, { first, count, weights, size }, layout) {
  const { sourceLine, targetLine, lines, step, channels } = layout;
  for (let line = 0; line < lines; line++) {
    for (let at = 0; at < first.length; at++) {
      const from = line * sourceLine + first[at] * step;
      const to = line * targetLine + at * step;
      for (let channel = 0; channel < channels; channel++) {
        let sum = 1 << (WEIGHT_BITS - 1);
        for (let index = 0; index < count[at]; index++) {
          sum += source[from + index * step + channel] * weights[at * size + index];
        }
        target[to + channel] = sum >> WEIGHT_BITS;
      }
    }
  }
}

/**
 * Rows first, then columns, each rounded to 8 bits.
 * @param {Raster} raster
 * @param {number} width
 * @param {number} height
 * @returns {Raster}
 */
export function resizeLanczos({ data, channels, ...size }, width, height) {
  let rows = data;
  if (width !== size.width) {
    const target = new Uint8ClampedArray(width * size.height * channels);
    const layout = {
      sourceLine: size.width * channels,
      targetLine: width * channels,
      lines: size.height,
      step: channels,
      channels,
    };
    resizeLines(rows, target, makeKernels(size.width, width), layout);
    rows = target;
  }
  if (height === size.height) return { width, height, channels, data: rows };
  const target = new Uint8ClampedArray(width * height * channels);
  // A column of all its row's values at once: neighbours in memory are read and written in turn.
  const line = width * channels;
  resizeLines(rows, target, makeKernels(size.height, height), {
    sourceLine: 0,
    targetLine: 0,
    lines: 1,
    step: line,
    channels: line,
  });
  return { width, height, channels, data: target };
}
