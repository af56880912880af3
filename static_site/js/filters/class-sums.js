// Sums the colours of a class of pixels over windows, from which a mean and a covariance are made at each place.

import { boxSums } from './box-blur.js';

/** Count, 3 sums of colours, 6 of products. */
const MOMENTS = 10;

/**
 * First and second moments of a class's colours, in cells of several pixels.
 * @typedef {object} ClassSums
 * @property {number} width  cells
 * @property {number} height  cells
 * @property {Float32Array[]} planes  count; r, g, b; rr, rg, rb, gg, gb, bb
 */

/**
 * @param {number} width  cells
 * @param {number} height  cells
 * @returns {ClassSums} with nothing in it
 */
export function createClassSums(width, height) {
  return { width, height, planes: Array.from({ length: MOMENTS }, () => new Float32Array(width * height)) };
}

/**
 * @param {ClassSums} sums
 * @param {number} cell
 * @param {number} r  0..255
 * @param {number} g  0..255
 * @param {number} b  0..255
 */
export function addColour({ planes }, cell, r, g, b) {
  planes[0][cell]++;
  planes[1][cell] += r;
  planes[2][cell] += g;
  planes[3][cell] += b;
  planes[4][cell] += r * r;
  planes[5][cell] += r * g;
  planes[6][cell] += r * b;
  planes[7][cell] += g * g;
  planes[8][cell] += g * b;
  planes[9][cell] += b * b;
}

/**
 * @param {ClassSums} sums
 * @param {number} radius  of the window, cells
 * @returns {ClassSums} sums over the window around each cell
 */
export function gatherWindows({ width, height, planes }, radius) {
  const gathered = createClassSums(width, height);
  planes.forEach((plane, moment) => {
    boxSums(plane, width, height, radius, gathered.planes[moment]);
  });
  return gathered;
}

/**
 * @param {ClassSums} sums  with at least one colour at that cell
 * @param {number} cell
 * @returns {{mean: number[], covariance: number[]}} r, g, b; rr, rg, rb, gg, gb, bb
 */
export function momentsAt({ planes }, cell) {
  const count = planes[0][cell];
  const mean = [planes[1][cell] / count, planes[2][cell] / count, planes[3][cell] / count];
  const [r, g, b] = mean;
  const covariance = [r * r, r * g, r * b, g * g, g * b, b * b].map(
    (product, at) => planes[at + 4][cell] / count - product,
  );
  return { mean, covariance };
}
