// The guided filter (He et al., 2010) with a colour guide: how a matte depends on the photo's colours, place by place.

import { boxMeans, boxSpans, boxSums } from './box-blur.js';
import { solveSymmetric } from './solve-symmetric.js';

/**
 * In each window the matte is fitted as a linear function of the guide's colours; each pixel gets the mean of the
 * slopes of the windows that it is in. Zero where the matte is flat.
 * @param {Uint32Array[]} guide  red, green and blue, 0..255
 * @param {Uint8Array} alpha  of the same size
 * @param {number} width
 * @param {number} height
 * @param {number} radius  of the window
 * @param {number} epsilon  variance, of colours from 0 to 255, up to which a window counts as flat
 * @returns {Float32Array[]} alpha levels per level of red, green and blue
 */
export function guidedCoefficients(guide, alpha, width, height, radius, epsilon) {
  const sums = (/** @type {Uint8Array | Uint32Array} */ plane) => {
    const target = new Uint32Array(plane.length);
    boxSums(plane, width, height, radius, target);
    return target;
  };
  const product = new Uint32Array(alpha.length);
  const productSums = (/** @type {Uint8Array | Uint32Array} */ one, /** @type {Uint8Array | Uint32Array} */ other) => {
    for (let at = 0; at < product.length; at++) product[at] = one[at] * other[at];
    return sums(product);
  };
  const [r, g, b] = guide;
  const [sumR, sumG, sumB, sumA] = [r, g, b, alpha].map(sums);
  const [sumRA, sumGA, sumBA] = [productSums(r, alpha), productSums(g, alpha), productSums(b, alpha)];
  const [sumRR, sumRG, sumRB] = [productSums(r, r), productSums(r, g), productSums(r, b)];
  const [sumGG, sumGB, sumBB] = [productSums(g, g), productSums(g, b), productSums(b, b)];

  const slopes = guide.map(() => new Float32Array(alpha.length));
  const [slopeR, slopeG, slopeB] = slopes;
  const matrix = new Float64Array(6);
  const vector = new Float64Array(3);
  const solution = new Float64Array(3);
  const across = boxSpans(width, radius);
  const down = boxSpans(height, radius);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const count = across[x] * down[y];
      const meanA = sumA[at] / count;
      const meanR = sumR[at] / count;
      const meanG = sumG[at] / count;
      const meanB = sumB[at] / count;
      vector[0] = sumRA[at] / count - meanR * meanA;
      vector[1] = sumGA[at] / count - meanG * meanA;
      vector[2] = sumBA[at] / count - meanB * meanA;
      if (vector[0] === 0 && vector[1] === 0 && vector[2] === 0) continue;
      matrix[0] = sumRR[at] / count - meanR * meanR + epsilon;
      matrix[1] = sumRG[at] / count - meanR * meanG;
      matrix[2] = sumRB[at] / count - meanR * meanB;
      matrix[3] = sumGG[at] / count - meanG * meanG + epsilon;
      matrix[4] = sumGB[at] / count - meanG * meanB;
      matrix[5] = sumBB[at] / count - meanB * meanB + epsilon;
      solveSymmetric(matrix, vector, solution);
      slopeR[at] = solution[0];
      slopeG[at] = solution[1];
      slopeB[at] = solution[2];
    }
  }
  return slopes.map((slope) => {
    const mean = new Float32Array(slope.length);
    boxMeans(slope, width, height, radius, mean);
    return mean;
  });
}
