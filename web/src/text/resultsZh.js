/** 结果表与社区卡片。 @type {Record<string, string>} */
export const resultsZh = {
  side_results: '结果表', tip_results: '全部结果的表格', resultsTitle: '结果表', resultsTable: '表', resultsNone: '服务器没有结果表。', resultsAllAreas: '显示全部区域', resultsOnly: '只看{service}', resultsAsking: '正在计算……', resultsEmpty: '没有行：数据中没有相关内容，或没有符合条件的行。', resultsRows: '{n} 行', resultsTake: '导出：', resultsBand: '盲区比例，0–100 %',
  resultsAbout_indicators: '规则包的每条步行规则，按其官方分母计算，并列出圆形服务半径的结果；其他分母见导出文件。', resultsAbout_needs: '按规则应有多少、现有多少、缺多少。停用、规划中和改作他用的设施不计入。', resultsAbout_capacity_split: '已服务、可达但无余量、不可达：三者之和等于该人群总数。', resultsAbout_facility_load: '人人去最近且有余量的设施时，每处设施服务多少人。',
  resultsAbout_room_audit: '小区应配建的用房与实际移交、可用面积对照。', resultsAbout_rectification: '整改清单：改什么、差多少、何时完成。', resultsAbout_demand_list: '问卷按人口加权。只有共性需求进入选址；供给与需求并列，互不推断。', resultsAbout_survey_left_out: '未计入的问卷及原因。', resultsAbout_resource_list: '用房、中心、运营方、志愿者：能承担多少、由谁负责。',
  resultsAbout_need_matches: '需求、资源与责任主体三方对接；未对接的写明原因。', resultsAbout_pilots: '按条件、需求、区位与辐射三原则比选社区；权重可用 planner pilots 调整。', resultsAbout_gap_patches: '超出步行限值的住宅连成的片区，从大到小。', resultsAbout_equity: '步行时间在人群中的均匀程度：0 为完全均等。', resultsAbout_sensitivity: '各项假设变动时，盲区人数变动多少。',
  verified: '原文核对', yes: '是', no: '否', cardAll: '全部行', cardNeeds: '应有与现有', cardNeed: '应有', cardHave: '现有', cardGap: '缺口', cardIndicators: '指标', cardNetwork: '步行', cardCircle: '圆多算', cardCircleTip: '同样米数的圆形半径多算进来、实际步行到不了的人数', cardCapacity: '容量', cardServed: '已服务', cardFull: '无余量', cardOut: '不可达', cardDemand: '最想要的服务', cardWanted: '人数', cardMargin: '误差',
  unit_places: '位', unit_facilities: '处', unit_m2: 'm²',
};
