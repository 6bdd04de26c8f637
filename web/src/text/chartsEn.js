/** Charts. @type {Record<string, string>} */
export const chartsEn = {
  chartsTitle: 'Charts', side_charts: 'Charts', tip_charts: 'Walk times and coverage by age as charts', chartsAsking: 'The figures are on their way …',
  chartTable: 'As a table', chartPeople: 'People', chartMinutes: 'Minutes of walk', chartUpTo: 'Up to here', chartOver: 'over {n}, or not reached', chartGroup: 'Group', chartShare: 'Covered share', chartBefore: 'Today', chartAfter: 'With the changes',
  chartWalks: 'Walk to {service}: {group}', chartWalksWords: '{n} of {total} need at most {minutes} minutes. Pick a bar to see its buildings on the map.', chartWalksPicked: '{buildings} buildings with {people} in this bar are outlined on the map.', chartWalksClear: 'Show no bar',
  chartAges: '{service} within {limit}, by age: {area}', chartAgesWords: 'Covered least: {group}, {share}. Pick a group to look at it on the map.', chartAll: 'Back to the whole district',
};
