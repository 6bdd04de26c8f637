// What eyes make of colours, for the tests of the ramps.

// Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB.
const SIGHT = {
  full: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
};

/** @typedef {keyof typeof SIGHT} Sight */
export const SIGHTS = /** @type {Sight[]} */ (Object.keys(SIGHT));

/** @param {string} hex @returns {number[]} red, green, blue from 0 to 1, linear in light */
function linear(hex) {
  return [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
}

/** @param {number[][]} matrix @param {number[]} vector */
const times = (matrix, vector) => matrix.map((row) => row.reduce((sum, value, i) => sum + value * vector[i], 0));

/** Oklab: equal steps look equally large; L runs from 0 (black) to 1. @param {number[]} rgb @returns {number[]} L, a, b */
function oklab(rgb) {
  const cones = times([[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566], [0.0883024619, 0.2817188376, 0.6299787005]], rgb).map(Math.cbrt);
  return times([[0.2104542553, 0.793617785, -0.0040720468], [1.9779984951, -2.428592205, 0.4505937099], [0.0259040371, 0.7827717662, -0.808675766]], cones);
}

/** @param {string} hex @param {Sight} sight */
const seen = (hex, sight) => oklab(times(SIGHT[sight], linear(hex)).map((value) => Math.max(0, Math.min(1, value))));

/** @param {string} hex */
export const lightness = (hex) => seen(hex, 'full')[0];

/** How far apart two colours look; about 0.02 is just to be noticed side by side. @param {string} a @param {string} b @param {Sight} sight */
export const distance = (a, b, sight) => Math.hypot(...seen(a, sight).map((value, i) => value - seen(b, sight)[i]));

/** Contrast ratio of WCAG 2. @param {string} a @param {string} b */
export function contrast(a, b) {
  const [low, high] = [a, b].map((hex) => 0.2126 * linear(hex)[0] + 0.7152 * linear(hex)[1] + 0.0722 * linear(hex)[2]).sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}
