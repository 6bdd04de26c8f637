/** @type {Record<string, string>} */
export const mapsEn = {
  legendPeople: '{group}: people', legendWater: 'water', legendGreen: 'park, green', northUp: 'North is up on this map', theme: 'Colours of the page', theme_system: 'As the system', theme_light: 'Light', theme_dark: 'Dark',
  diffWalk_better3: '5 min or more shorter, or newly reached', diffWalk_better2: '2 to under 5 min shorter', diffWalk_better1: 'under 2 min shorter', diffWalk_unchanged: 'unchanged',
  diffWalk_worse1: 'under 2 min longer', diffWalk_worse2: '2 to under 5 min longer', diffWalk_worse3: '5 min or more longer, or no longer reached',
  diffPeople_better3: '500 or more newly covered', diffPeople_better2: '100–499 newly covered', diffPeople_better1: 'up to 99 newly covered', diffPeople_unchanged: 'unchanged',
  diffPeople_worse1: 'up to 99 no longer covered', diffPeople_worse2: '100–499 no longer covered', diffPeople_worse3: '500 or more no longer covered',
};
