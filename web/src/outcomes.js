/** Colours of the snap ledger by outcome, apart in lightness as well; those of styles/page.css are the same. @type {Record<'light'|'dark', Record<string, string>>} */
const OUTCOME_COLOURS = {
  light: { nearest_edge: '#2c6fae', edge_inside_compound: '#1f8a70', through_gates: '#7a4aa0', at_entrances: '#a86a00', not_linked: '#c2182b' },
  dark: { nearest_edge: '#6fb1ee', edge_inside_compound: '#4fc7a6', through_gates: '#c39be6', at_entrances: '#e3aa45', not_linked: '#ff6b75' },
};

/** @param {string} outcome @param {'light'|'dark'} theme */
export function outcomeColour(outcome, theme) {
  return OUTCOME_COLOURS[theme][outcome.startsWith('not_linked') ? 'not_linked' : outcome];
}
