// The erase and restore brushes, plain and magic.

import { cropAlpha, diffMattes, pasteAlpha } from '../document/matte-patch.js';
import { growRect, uniteRects } from '../document/rect.js';
import { magicStroke } from '../filters/magic-stroke.js';
import { createStroke } from './stroke.js';

/**
 * @import { MattePatch } from '../document/matte-patch.js'
 * @import { Cutout, Rect } from '../document/picture.js'
 * @import { Brush } from './stroke.js'
 * @import { Gesture, ImagePoint } from './tool.js'
 */

/**
 * @param {ImagePoint} start
 * @param {object} work
 * @param {Cutout} work.cutout  its matte is painted on in place
 * @param {Brush} work.brush
 * @param {boolean} work.magic  when it ends, the stroke snaps to the photo's edges
 * @param {(rect: Rect) => void} work.onChange  called with each rectangle of the matte that has changed
 * @returns {Gesture<MattePatch>}
 */
export function beginBrush(start, { cutout, brush, magic, onChange }) {
  const { original, matte } = cutout;
  const stroke = createStroke(matte, brush);
  let last = start;
  /** @type {Rect | null} */
  let touched = null;

  /** @param {ImagePoint} point */
  const move = (point) => {
    for (const rect of stroke.draw(last, point)) {
      touched = uniteRects(touched, rect);
      onChange(rect);
    }
    last = point;
  };
  move(start);

  /** @param {Rect} rect  around the stroke, as colours beside it count */
  const snap = (rect) => {
    const alpha = cropAlpha(stroke.before, matte.width, rect);
    const coverage = cropAlpha(stroke.coverage, matte.width, rect);
    const snapped = magicStroke({ original, alpha, coverage, rect, mode: brush.mode });
    for (let at = 0; at < alpha.length; at++) alpha[at] += Math.round((snapped[at] - alpha[at]) * brush.opacity);
    pasteAlpha(matte, rect, alpha);
  };

  return {
    move,
    commit() {
      if (!touched) return null;
      if (magic) {
        snap(growRect(touched, Math.ceil(brush.radiusPx * 2), original));
        onChange(touched);
      }
      return diffMattes(stroke.before, matte.alpha, matte.width, touched);
    },
    cancel() {
      matte.alpha.set(stroke.before);
      if (touched) onChange(touched);
    },
  };
}
