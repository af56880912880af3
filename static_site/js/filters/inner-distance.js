// How deep inside a region each pixel lies.

/** Chamfer steps, 3 straight and 4 diagonal, are within 8 percent of the Euclidean distance. */
const STRAIGHT = 3;
const DIAGONAL = 4;
const FAR = 65_000;

/**
 * Distance to the nearest pixel outside. Where `open` says that a border is not one of the region's, what lies
 * beyond counts as inside.
 * @param {(at: number) => boolean} isInside
 * @param {number} width
 * @param {number} height
 * @param {{left: boolean, top: boolean, right: boolean, bottom: boolean}} open
 * @returns {Float32Array} pixels; 0 outside, at least 1 inside
 */
export function innerDistance(isInside, width, height, open) {
  const stride = width + 2;
  const distance = new Uint16Array(stride * (height + 2));
  for (let y = 0; y < height + 2; y++) {
    for (let x = 0; x < stride; x++) {
      const beyond =
        (x === 0 && open.left) || (x > width && open.right) || (y === 0 && open.top) || (y > height && open.bottom);
      const within = x > 0 && x <= width && y > 0 && y <= height;
      if (within ? isInside((y - 1) * width + x - 1) : beyond) distance[y * stride + x] = FAR;
    }
  }
  for (let y = 1; y <= height; y++) {
    for (let x = 1, at = y * stride + 1; x <= width; x++, at++) {
      if (distance[at] === 0) continue;
      const straight = Math.min(distance[at - 1], distance[at - stride]) + STRAIGHT;
      const diagonal = Math.min(distance[at - stride - 1], distance[at - stride + 1]) + DIAGONAL;
      distance[at] = Math.min(FAR, straight, diagonal);
    }
  }
  const result = new Float32Array(width * height);
  for (let y = height; y >= 1; y--) {
    for (let x = width, at = y * stride + width; x >= 1; x--, at--) {
      const straight = Math.min(distance[at + 1], distance[at + stride]) + STRAIGHT;
      const diagonal = Math.min(distance[at + stride + 1], distance[at + stride - 1]) + DIAGONAL;
      distance[at] = Math.min(distance[at], straight, diagonal);
      result[(y - 1) * width + x - 1] = distance[at] / STRAIGHT;
    }
  }
  return result;
}
