// Colours as pages write them, '#rrggbb', to levels.

/**
 * @param {string} colour  '#rrggbb'
 * @returns {[red: number, green: number, blue: number]} 0..255
 */
export function parseColour(colour) {
  const levels = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour);
  if (!levels) throw new TypeError(`not a colour: ${colour}`);
  return [Number.parseInt(levels[1], 16), Number.parseInt(levels[2], 16), Number.parseInt(levels[3], 16)];
}
