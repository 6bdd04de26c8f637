/** @type {Record<string, string>} */
export const mapsZh = {
  mapSummary: '地图：建筑按到{service}的步行时间着色。{limit}以外：{group}中的 {out}（{share}）。各片区数字见左侧列表。',
  reportExportMap: '地图存为 PNG、SVG 或 PDF', exportFiles: '导出', mapExport: '地图导出为图片或矢量图', map_png: '保存为 PNG', map_svg: '保存为 SVG', map_print: '打印或存为 PDF', cancel: '取消', mapPreview: '地图预览', mapDrawing: '正在绘制地图', mapSaved: '已保存 {n} 个文件，在浏览器的下载文件夹中。',
  mapSays: '纸上比例尺 1:{scale}。PNG 为 {width} × {height} 像素，{dpi} dpi。', mapTitle: '步行到{service}的时间 · {group}', mapHeadline: '{headline}：{share}', mapUnverified: '规则待核实', mapDataOf: '数据导入于 {date}', mapRules: '{pack}（{edition}）', mapCrs: 'Web 墨卡托投影（EPSG:3857），数据为 WGS 84（EPSG:4326）',
  mapScaleIs: '图幅中部比例尺 1:{n}（{paper}）', mapMade: '制图日期 {date}', mapTitleField: '标题', mapTitleUsual: '服务与人群', mapPaper: '图幅', mapDpi: '分辨率（PNG）', mapExtent: '范围', mapScale: '比例尺', mapScaleFits: '适合范围', mapStyle: '配色', mapLang: '语言', mapLegend: '带图例',
  mapStyle_light: '浅色', mapStyle_dark: '深色', mapStyle_print: '打印（白底）', paper_a4_landscape: 'A4 横向', paper_a4_portrait: 'A4 纵向', paper_a3_landscape: 'A3 横向', paper_a3_portrait: 'A3 纵向', paper_slide: '幻灯片 16:9', paper_screen: '与屏幕相同',
  extent_view: '当前视图', extent_district: '全区', extent_picked: '所选对象', placeName: '给当前视图起名', placeKeep: '记住', placeGo: '在地图上显示', placeForget: '删除“{name}”',
  mapSeries: '多项服务同图幅导出', mapSeriesNote: '范围、比例尺和分级相同，逐个保存文件；浏览器可能会询问是否允许保存多个文件。', mapSeriesExport: '{n} × {format}', mapTables: '结果表（CSV 或 Excel）',
  legendPeople: '{group}（全区，人）', legendWater: '水域', legendGreen: '公园、绿地', northUp: '本图上方为北', theme: '界面颜色', theme_system: '跟随系统', theme_light: '浅色', theme_dark: '深色',
  diffWalk_better3: '缩短 5 分钟及以上，或新近可达', diffWalk_better2: '缩短 2–5 分钟', diffWalk_better1: '缩短不足 2 分钟', diffWalk_unchanged: '不变',
  diffWalk_worse1: '延长不足 2 分钟', diffWalk_worse2: '延长 2–5 分钟', diffWalk_worse3: '延长 5 分钟及以上，或不再可达',
  diffPeople_better3: '新覆盖 500 人及以上', diffPeople_better2: '新覆盖 100–499 人', diffPeople_better1: '新覆盖不足 100 人', diffPeople_unchanged: '不变',
  diffPeople_worse1: '失去覆盖不足 100 人', diffPeople_worse2: '失去覆盖 100–499 人', diffPeople_worse3: '失去覆盖 500 人及以上',
};
