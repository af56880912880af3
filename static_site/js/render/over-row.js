// Lays one row of straight RGBA over another.

/**
 * Exact at both ends: under nothing a pixel stays as it is, under an opaque one nothing of it is left, and what was
 * opaque stays so. https://www.w3.org/TR/compositing-1/#simplealphacompositing
 * @param {Uint8Array | Uint8ClampedArray} row  straight RGBA, changed in place
 * @param {Uint8Array | Uint8ClampedArray} top  straight RGBA of the same length
 */
export function overRow(row, top) {
  for (let at = 0; at < top.length; at += 4) {
    const alpha = top[at + 3];
    if (alpha === 0) continue;
    const below = row[at + 3] * (255 - alpha);
    if (below === 0) {
      row[at] = top[at];
      row[at + 1] = top[at + 1];
      row[at + 2] = top[at + 2];
      row[at + 3] = alpha;
      continue;
    }
    const above = alpha * 255;
    const sum = above + below;
    row[at] = ((top[at] * above + row[at] * below) / sum + 0.5) | 0;
    row[at + 1] = ((top[at + 1] * above + row[at + 1] * below) / sum + 0.5) | 0;
    row[at + 2] = ((top[at + 2] * above + row[at + 2] * below) / sum + 0.5) | 0;
    row[at + 3] = (sum / 255 + 0.5) | 0;
  }
}
