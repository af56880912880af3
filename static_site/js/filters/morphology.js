// Moves the subject's outline outwards or inwards, and inverts the matte.

/** @import { Matte } from '../document/picture.js' */

/**
 * Move the outline outwards: each pixel gets the highest alpha in a nearly round window around it, so soft edges
 * stay as soft as they are. What lies beyond the photo's border is not known, and changes nothing.
 * @param {Matte} matte
 * @param {number} radiusPx  whole pixels; below zero the outline moves inwards
 * @returns {Matte}
 */
export function growMatte(matte, radiusPx) {
  if (radiusPx < 0) return invertMatte(growMatte(invertMatte(matte), -radiusPx));
  const { width, height } = matte;
  const radius = Math.round(radiusPx);
  // With zeros between and around the rows, shifting the plane as a whole shifts its pixels.
  const stride = width + radius;
  const plane = new Uint8Array(stride * (height + 2 * radius) + 2 * radius);
  const start = (x = 0, y = 0) => (y + radius) * stride + x + radius;
  for (let y = 0; y < height; y++) plane.set(matte.alpha.subarray(y * width, (y + 1) * width), start(0, y));
  const { edges, centre } = roundPolygon(radius);
  for (const { x, y, length } of edges) raiseAlong(plane, y * stride + x, length);
  const alpha = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = start(-centre.x, y - centre.y);
    alpha.set(plane.subarray(from, from + width), y * width);
  }
  return { width, height, alpha };
}

/**
 * @param {Matte} matte
 * @returns {Matte}
 */
export function invertMatte({ width, height, alpha }) {
  return { width, height, alpha: alpha.map((level) => 255 - level) };
}

/**
 * A polygon with up to sixteen sides that is as wide and high as a disc, and nearly as round, as a sum of edges: to
 * grow by all of it is to grow along one edge after the other.
 * @param {number} radius
 * @returns {{edges: {x: number, y: number, length: number}[], centre: {x: number, y: number}}} each edge with its
 *   direction and the number of steps in it; and the polygon's centre, all edges starting at the origin
 */
function roundPolygon(radius) {
  // For an even width at 0 and 45 degrees: diagonal + 2 * steep = (2 - sqrt 2) * radius.
  // Without a straight edge there would be holes, as on a chessboard's diagonals.
  const corner = Math.max(0, Math.min(Math.round((2 - Math.SQRT2) * radius), radius - 1));
  const steep = Math.min(Math.round(0.16 * radius), Math.floor(corner / 2));
  const diagonal = corner - 2 * steep;
  const straight = 2 * radius - 2 * diagonal - 6 * steep;
  const edges = [
    { x: 1, y: 0, length: straight },
    { x: 0, y: 1, length: straight },
    { x: 1, y: 1, length: diagonal },
    { x: -1, y: 1, length: diagonal },
    { x: 2, y: 1, length: steep },
    { x: 1, y: 2, length: steep },
    { x: -1, y: 2, length: steep },
    { x: -2, y: 1, length: steep },
  ];
  return { edges, centre: { x: straight / 2, y: radius } };
}

/**
 * Give each value the highest of those that follow it at a distance of 0 to `steps` strides; in place, because only
 * what lies ahead is read. Each turn doubles the reach.
 * @param {Uint8Array} plane
 * @param {number} stride
 * @param {number} steps
 */
function raiseAlong(plane, stride, steps) {
  for (let reach = 0; reach < steps; ) {
    const turn = Math.min(reach + 1, steps - reach);
    const shift = turn * stride;
    const end = plane.length - shift;
    for (let at = 0; at < end; at++) {
      const ahead = plane[at + shift];
      if (ahead > plane[at]) plane[at] = ahead;
    }
    reach += turn;
  }
}
