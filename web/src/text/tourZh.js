/** @type {Record<string, string>} */
export const tourZh = {
  tourTitle: '上手指引', tourStep: '第 {n} 步，共 {of} 步 · {title}', tourSkip: '结束指引', tourNext: '下一步', tourEnd: '开始使用', tourAgain: '再看一遍上手指引',
  tourTitle_service: '检查：哪项服务', tour_service: '本页回答一个问题：谁在规定时间内走不到某项服务。现在选的是养老服务；可换一项，或直接点“下一步”。',
  tourTitle_worst: '检查：哪里最差', tour_worst: '大号数字就是答案；带点线的数字点开可看是怎么算的。下面的社区按缺口从大到小排列，请点击第一个。',
  tourTitle_place: '选址：放一个点', tour_place: '打开“选址”，在该社区内点击地图（或从列表中选一处闲置空间），试设一个点。',
  tourTitle_drag: '选址：拖一拖', tour_drag: '拖动紫色标记，或用方向键移动：地图、列表和数字随之变化。“保留到情景”可留下它；一次安排多个点请用“多服务选址”。',
  tourTitle_export: '报告：带走结果', tour_export: '打开“报告”，保存地图：图片带图例、比例尺、来源和日期；表格和图层也在这里。',
  tourTitle_end: '就是这些', tour_end: '检查、选址、报告，都从页面顶部进入。“帮助”里有快捷键和本指引；“导入”可换成您自己的区。',
};
