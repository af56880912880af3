import assert from 'node:assert/strict';
import { test } from 'node:test';
import { solveSymmetric } from '../../../static_site/js/filters/solve-symmetric.js';

test('the solution, put back into the system, gives the vector', () => {
  const [m00, m01, m02, m11, m12, m22] = [9, -2, 1, 7, 3, 11];
  const solution = new Float64Array(3);
  solveSymmetric([m00, m01, m02, m11, m12, m22], [5, -1, 4], solution);
  const [x, y, z] = solution;
  const back = [m00 * x + m01 * y + m02 * z, m01 * x + m11 * y + m12 * z, m02 * x + m12 * y + m22 * z];
  back.forEach((value, at) => {
    assert.ok(Math.abs(value - [5, -1, 4][at]) < 1e-12);
  });
});
