/** 图表。 @type {Record<string, string>} */
export const chartsZh = {
  chartsTitle: '图表', side_charts: '图表', tip_charts: '步行时间分布与各年龄组覆盖率', chartsAsking: '正在取数……',
  chartTable: '看表格', chartPeople: '人数', chartMinutes: '步行分钟', chartUpTo: '累计', chartOver: '超过 {n}，或走不到', chartGroup: '人群', chartShare: '覆盖率', chartBefore: '现状', chartAfter: '变更后',
  chartWalks: '到{service}的步行时间：{group}', chartWalksWords: '{total}中有{n}步行不超过 {minutes} 分钟。点一个柱，在地图上看这些建筑。', chartWalksPicked: '该柱共 {buildings} 栋建筑、{people}，已在地图上描出。', chartWalksClear: '不再描出',
  chartAges: '{area}：{limit}内到{service}的各年龄组覆盖率', chartAgesWords: '覆盖最低：{group}，{share}。点一个人群，在地图上看它。', chartAll: '回到全区',
};
