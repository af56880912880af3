// What every tool is: a gesture that begins at a point, moves, and ends committed or cancelled.

/**
 * @typedef {{x: number, y: number}} ImagePoint  in pixels of the full-size photo
 */

/**
 * @template Result
 * @typedef {object} Gesture
 * @property {(imagePoint: ImagePoint) => void} move
 * @property {() => Result | null} commit  what was done; null when nothing was
 * @property {() => void} cancel  everything is as it was
 */
export {};
