/**
 * Every figure of the page that a reader may ask about: its definition, the sum behind it, what it is made of, and the rows it can be checked in.
 * @typedef {{means: string, sum: string|null, layers: string[], table: string|null, isWalk: boolean}} FigureKind
 * `means`, `sum`: text keys; `layers`: of the workspace; `table`: a result table; `isWalk`: rests on the walk limit of the chosen service
 */

const PLACES = ['buildings', 'facilities', 'walk_edges', 'entrances', 'compounds'];

/** @param {string} means @param {string|null} sum @param {Partial<FigureKind>} [rest] @returns {FigureKind} */
const kind = (means, sum, rest = {}) => ({ means, sum, layers: PLACES, table: 'gap_table', isWalk: true, ...rest });

/** @type {Record<string, FigureKind>} */
export const FIGURES = {
  share: kind('howShare', 'sumShare'),
  outside: kind('howOutside', 'sumOutside'),
  covered: kind('howCovered', 'sumCovered'),
  area: kind('howArea', 'sumShare', { layers: [...PLACES, 'boundaries'] }),
  groups: kind('howGroups', null, { layers: [...PLACES, 'boundaries'] }),
  gaps: kind('howGaps', null, { layers: [...PLACES, 'boundaries'] }),
  walk: kind('howWalk', 'sumWalk', { table: null }),
  bands: kind('howBands', null, { table: null }),
  walkTimes: kind('howBands', null, { table: null }),
  byAge: kind('howByAge', null),
  siteGain: kind('howSiteGain', 'sumGain', { layers: [...PLACES, 'idle_spaces'] }),
  equity: kind('howEquity', null, { table: 'equity' }),
  planPeople: kind('howPlanPeople', 'sumGain', { layers: [...PLACES, 'idle_spaces'], table: null, isWalk: false }),
  planObjective: kind('howPlanObjective', 'sumBound', { layers: [...PLACES, 'idle_spaces'], table: null, isWalk: false }),
  planCost: kind('howPlanCost', null, { layers: ['idle_spaces'], table: null, isWalk: false }),
};
