// A brush stroke over a matte: erases or restores what it passes over, at most once per gesture.

/**
 * @import { Matte, Rect } from '../document/picture.js'
 * @import { ImagePoint } from './tool.js'
 */

/**
 * @typedef {object} Brush
 * @property {'erase' | 'restore'} mode
 * @property {number} radiusPx  image pixels
 * @property {number} hardness  0..1: the part of the radius that has full strength
 * @property {number} opacity  0..1: the most that one stroke does
 */

/** The edge of a hard brush is as soft as that of any drawn shape: about one pixel. */
const ANTIALIAS_PX = 1;

/**
 * What has changed is told in bands of so many rows, each as wide as the stroke is there: the bounding box of a fast
 * slanting stroke would be mostly empty.
 */
const BAND_ROWS = 64;

/**
 * The strength of a brush at a distance from its path.
 * @param {number} distancePx
 * @param {Brush} brush
 * @returns {number} 0..255
 */
export function strengthAt(distancePx, { radiusPx, hardness }) {
  const inner = Math.min(radiusPx * hardness, radiusPx - ANTIALIAS_PX / 2);
  const outer = Math.max(radiusPx, inner + ANTIALIAS_PX);
  const fall = Math.min(1, Math.max(0, (outer - distancePx) / (outer - inner)));
  return Math.round(255 * fall * fall * (3 - 2 * fall));
}

/**
 * Strengths by squared distance, so that no pixel needs a root: index = squared distance / step.
 * @param {Brush} brush
 */
function tabulate(brush) {
  const reach = brush.radiusPx + ANTIALIAS_PX;
  const entries = Math.min(1 << 16, Math.max(64, Math.ceil(reach * reach * 4)));
  const step = (reach * reach) / entries;
  const strengths = Uint8Array.from({ length: entries + 1 }, (_, index) => strengthAt(Math.sqrt(index * step), brush));
  strengths[entries] = 0;
  return { reach, strengths, perStep: 1 / step };
}

/**
 * @param {Matte} matte  changed in place
 * @param {Brush} brush
 */
export function createStroke(matte, brush) {
  const { width, height, alpha } = matte;
  const before = alpha.slice();
  const coverage = new Uint8Array(alpha.length);
  const { reach, strengths, perStep } = tabulate(brush);
  const target = brush.mode === 'erase' ? 0 : 255;
  const share = brush.opacity / 255;

  /**
   * The columns that a band of rows can be reached in: those around the part of the path that is near enough.
   * @param {ImagePoint} from
   * @param {ImagePoint} to
   * @param {number} top
   * @param {number} bottom
   */
  const columns = (from, to, top, bottom) => {
    const alongY = to.y - from.y;
    const parts = alongY === 0 ? [0, 1] : [(top - reach - from.y) / alongY, (bottom + reach - from.y) / alongY];
    const [one, other] = parts.map((part) => from.x + (to.x - from.x) * Math.min(1, Math.max(0, part)));
    // Beyond the path's ends the brush is a disc, and gets narrower.
    const beyond = Math.max(0, Math.min(from.y, to.y) - bottom, top - Math.max(from.y, to.y));
    const half = Math.sqrt(Math.max(0, reach * reach - beyond * beyond));
    return {
      left: Math.max(0, Math.floor(Math.min(one, other) - half)),
      right: Math.min(width, Math.ceil(Math.max(one, other) + half)),
    };
  };

  /**
   * @param {Rect} band
   * @param {ImagePoint} from
   * @param {ImagePoint} to
   */
  const paint = (band, from, to) => {
    const alongX = to.x - from.x;
    const alongY = to.y - from.y;
    const lengthSquared = alongX * alongX + alongY * alongY;
    const perLengthSquared = lengthSquared && 1 / lengthSquared;
    const reachSquared = reach * reach;
    const right = band.x + band.width;
    for (let y = band.y; y < band.y + band.height; y++) {
      const offsetY = y + 0.5 - from.y;
      for (let x = band.x, at = y * width + x; x < right; x++, at++) {
        const offsetX = x + 0.5 - from.x;
        const along = (offsetX * alongX + offsetY * alongY) * perLengthSquared;
        const part = along < 0 ? 0 : along > 1 ? 1 : along;
        const awayX = offsetX - part * alongX;
        const awayY = offsetY - part * alongY;
        const squared = awayX * awayX + awayY * awayY;
        if (squared >= reachSquared) continue;
        const strength = strengths[(squared * perStep) | 0];
        if (strength <= coverage[at]) continue;
        coverage[at] = strength;
        alpha[at] = before[at] + (target - before[at]) * strength * share + 0.5;
      }
    }
  };

  return {
    before,
    coverage,
    /**
     * @param {ImagePoint} from
     * @param {ImagePoint} to
     * @returns {Rect[]} what may have changed; none covers another
     */
    draw(from, to) {
      const top = Math.max(0, Math.floor(Math.min(from.y, to.y) - reach));
      const end = Math.min(height, Math.ceil(Math.max(from.y, to.y) + reach));
      /** @type {Rect[]} */
      const bands = [];
      for (let y = top; y < end; y += BAND_ROWS) {
        const bottom = Math.min(y + BAND_ROWS, end);
        const { left, right } = columns(from, to, y, bottom);
        if (right > left) bands.push({ x: left, y, width: right - left, height: bottom - y });
      }
      for (const band of bands) paint(band, from, to);
      return bands;
    },
  };
}
