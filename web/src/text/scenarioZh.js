/** 情景。 @type {Record<string, string>} */
export const scenarioZh = {
  scenarioTitle: '情景', side_scenario: '情景', tip_scenario: '对现状的改动、撤销、已存的情景', scenarioToday: '现状，没有改动', scenarioUnnamed: '还没有保存', scenarioChanged: '保存后有改动', scenarioAside: '回到现状',
  changesTitle: '改动（{n}）', changesN: '{n} 项改动', changesHow: '还没有改动。可以：在图上放点并保留；在设施卡片里关闭设施或开关其服务；点大门或道路，打开或关闭；画一条新路。', changeTakeOut: '去掉', changeOut: '去掉改动', changeSeveral: '{n} 项改动', changeNone: '无服务',
  change_add: '新增：{services}，{name}', change_move: '移动{name}', change_close: '关闭{name}', change_set_services: '{name}改为提供{services}', change_open_gates: '打开大门 {id}', change_close_gates: '关闭大门 {id}', change_add_paths: '新路，{n} 个点', change_close_paths: '封闭道路 {id}',
  undo: '撤销', redo: '重做', undoIs: '撤销：{what}（z）', redoIs: '重做：{what}（Z）', undoNone: '没有可撤销的（z）', redoNone: '没有可重做的（Z）', key_undo: '撤销、重做情景的改动',
  scenariosTitle: '已存的情景', scenariosNone: '还没有保存过。', scenarioSave: '存回“{name}”', scenarioSaveAs: '另存为新情景', scenarioNewName: '情景名称', scenarioNamePlaceholder: '名称，如“方案甲，开两处大门”', scenarioNote: '备注（可不填）', author: '您的姓名',
  scenarioDuplicate: '复制', scenarioRename: '改名', scenarioDelete: '删除', scenarioCopy: '{name}的副本', scenarioDeleted: '“{name}”已删除。', scenarioDrop: '未保存的改动会丢失，继续吗？',
  keepSite: '保留到情景', keepFix: '保留到情景', changeServices: '开关它的服务', facilityMove: '在情景中移动', facilityClose: '在情景中关闭', facilityCloseBack: '情景中已关闭：重新打开',
  pickGate: '大门', gateOpen: '在情景中打开', gateOpenBack: '情景中已打开：改回关闭', gateClose: '在情景中关闭', gateCloseBack: '情景中已关闭：改回打开', gateAccess: '通行', gateHours: '时间', access_open: '对所有人开放', access_residents: '仅居民', access_hours: '按时开放', access_closed: '关闭',
  pickEdge: '道路', edgeUnnamed: '无名道路', edgeClose: '在情景中封闭', edgeCloseBack: '情景中已封闭：重新开放', edgeClass: '等级', edgeLength: '长度',
  moveUnlinked: '新位置 100 米内没有可步行的道路：该设施仍在原处。', addUnlinked: '100 米内没有可步行的道路：无人能到。', drawPath: '画一条路', drawHint: '在图上逐点点击，或按空格取图中央十字；会吸附到道路（按住 Alt 不吸附）。', drawLength: '{n} 个点，{length}', drawDone: '完成（Enter）', drawBack: '退一点', drawDrop: '放弃（Esc）',
  compareOpen: '比较', compareTitle: '比较情景', compareNow: '页面上的改动', compareSide: '第 {n} 方', compareMore: '再加一个', compareLess: '去掉{name}', compareHow: '比较方式', compare_side: '并排', compare_swipe: '卷帘', compare_difference: '差异', compareSwipe: '两图分界', compareFromTo: '从{from}到{to}', compareCol_name: '社区', compareCol_before: '圈外（前）', compareCol_after: '圈外（后）', compareCol_change: '变化', compareCol_better: '新进入', compareCol_worse: '不再进入', compareCol_unchanged: '不变', compareAll: '全部社区', compareWords: '{service}，{group}，从“{from}”到“{to}”：新进入服务圈 {better} 人，不再进入 {worse} 人，不变 {unchanged} 人。', compareCommunities: '社区：变好 {better} 个，变差 {worse} 个，不变 {same} 个。', compareNet: '该人群按自己的步速计算，社区内只知净变化。', compareCsv: '此表存为 CSV',
};
