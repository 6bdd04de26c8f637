/** 盲区片区与公平性。 @type {Record<string, string>} */
export const equityZh = {
  level_patch: '盲区片区', layer_patches: '盲区片区', pickPatch: '盲区片区', patchesAbout: '按规则限值（{limit}）、该服务的对象（{group}）划分，从大到小；与上面自选的时限无关。', patchesNone: '没有盲区片区：都在限值以内。', patchesRest: '另有 {n}住在零散住宅里（{m} 个社区），不成片。',
  patchPeople: '位{group}步行 {limit}内到不了{service}', patchRank: '名次', patchRankIs: '第 {n} 位，共 {of} 片', patchBuildings: '住宅楼', patchArea: '面积', patchWorst: '最远步行', patchNoWorst: '有人完全走不到', patchCut: '{n}、{m} 栋楼没有任何步行路线到达该服务。', hectares: '{n} 公顷',
  patchMissing: '这里缺的服务', patchNote: '边界只是示意，人数按楼栋统计；相邻楼栋间距不超过 80 米且同属一个社区。缺的服务：片内该服务对象至少一半在限值以外。',
  equityTitle: '公平性', equityOpen: '公平性：谁走得远', equityOf: '{service}：{group}要走多远', equityAbout: '按各人群自己的步速计算的步行分钟数；限值按规则（{limit}）。没有路线的人按上限计入。', equityGini: '基尼系数', equityGiniTip: '0 为人人走得一样远，越接近 1 越不均。', equityMean: '平均步行', equityWorst: '最远十分之一的人平均',
  equityPalma: '帕尔马比', equityPalmaTip: '最远十分之一的人走的分钟数，是最近四成人的多少倍；人人一样时为 0.25', equityTheil: '泰尔指数', equityTheilIs: '{n}，其中社区之间占 {between}', equityTheilTip: '社区之间占比高，说明差别在于社区的位置；占比低，说明差别在社区内部', equityConcentration: '集中指数', equityConcentrationTip: '按社区老幼人口比例排序：大于 0 表示老幼多的社区走得更远',
  equityLeaning_even: '与老幼多少无关', equityLeaning_burdened: '老幼多的社区走得更远', equityLeaning_favoured: '老幼多的社区走得更近', equityLeaning_none: '无法排序', equityOver: '超出限值', equityFgtTip: 'FGT1 {one}，FGT2 {two}：超出部分与限值之比的平均、平方的平均', equityUnreached: '没有路线', equityCap: '{n}，按 {cap}计入',
  equityGroups: '按人群', equityBars: '深色：平均；浅色：最远十分之一的人平均（分钟）。点一个人群看它的曲线。', equityParts: '按街道', lorenzTitle: '洛伦兹曲线', lorenzPeople: '人数累计 %（由近到远）', lorenzMinutes: '步行分钟累计 %', lorenzWords: '走得较远的一半人承担了全部步行时间的 {half}。',
  equityReason_no_people: '数据中没有这个人群。', equityReason_nobody_reached: '没有人走得到该服务，除“超出限值”外没有可比的数字。', equityReason_no_walk: '最近的四成人不用走路，帕尔马比无法计算。', equityReason_no_ranking: '各社区老幼比例相同，或只有一个社区，集中指数无法计算。',
};
