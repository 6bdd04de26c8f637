/** @typedef {{red: number, green: number, blue: number, alpha: number}} Colour red, green, blue 0 to 255, alpha 0 to 1 */

/** Colour of a style sheet or a palette: `#rrggbb`, `#rgb`, `rgb(…)`, `rgba(…)`, `color(srgb …)`. @param {string} text @returns {Colour|null} null where nothing is to be seen */
export function parseColour(text) {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[1];
  if (hex) {
    const [red, green, blue] = (hex.length === 3 ? [...hex].map((digit) => digit + digit) : hex.match(/../g) ?? []).map((pair) => parseInt(pair, 16));
    return { red, green, blue, alpha: 1 };
  }
  const numbers = (text.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map(Number);
  if (!/^(rgba?|color)\(/.test(text.trim()) || numbers.length < 3) return null;
  const whole = text.trim().startsWith('color') ? 255 : 1;
  const [red, green, blue] = numbers.map((value) => Math.round(value * whole));
  const alpha = numbers[3] ?? 1;
  return alpha === 0 ? null : { red, green, blue, alpha };
}

/** The colour without its transparency, as every drawing program reads it. @param {Colour} colour */
export const hexOf = ({ red, green, blue }) => `#${[red, green, blue].map((value) => Math.max(0, Math.min(255, value)).toString(16).padStart(2, '0')).join('')}`;
