// How far a pixel's colours are moved so that together they explain the photo.

/** Pull of the expected colours; small, so that the photo's own texture comes through. */
const PULL = 1e-3;

/**
 * A photo's colour is I = a F + (1 - a) B. The F and B nearest to the expected ones that explain it are those, moved
 * by a and by 1 - a times the residual times this gain: the minimum of the squared residual plus PULL times the
 * squared moves.
 * @param {number} share  a, 0..1
 */
export function unmixGain(share) {
  return 1 / (share * share + (1 - share) * (1 - share) + PULL);
}
