// Solves the small linear systems of the guided filter and of the colour classes.

/**
 * Solve M x = v for a symmetric, positive definite 3 x 3 matrix, by its cofactors.
 * @param {ArrayLike<number>} matrix  m00, m01, m02, m11, m12, m22
 * @param {ArrayLike<number>} vector  3 values
 * @param {Float64Array} solution  receives 3 values
 */
export function solveSymmetric(matrix, vector, solution) {
  const m00 = matrix[0];
  const m01 = matrix[1];
  const m02 = matrix[2];
  const m11 = matrix[3];
  const m12 = matrix[4];
  const m22 = matrix[5];
  const c00 = m11 * m22 - m12 * m12;
  const c01 = m02 * m12 - m01 * m22;
  const c02 = m01 * m12 - m02 * m11;
  const c11 = m00 * m22 - m02 * m02;
  const c12 = m01 * m02 - m00 * m12;
  const c22 = m00 * m11 - m01 * m01;
  const determinant = m00 * c00 + m01 * c01 + m02 * c02;
  solution[0] = (c00 * vector[0] + c01 * vector[1] + c02 * vector[2]) / determinant;
  solution[1] = (c01 * vector[0] + c11 * vector[1] + c12 * vector[2]) / determinant;
  solution[2] = (c02 * vector[0] + c12 * vector[1] + c22 * vector[2]) / determinant;
}
