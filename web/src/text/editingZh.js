/** @type {Record<string, string>} */
export const editingZh = {
  editTitle: '编辑数据', side_edit: '编辑', tip_edit: '编辑数据：闲置空间台账、设施、大门、步行路径', editThis: '编辑数据', editTab_rows: '数据行', editTab_log: '编辑记录', editLayer: '图层', editAdd: '在地图上添加', editAddLine: '画一条路径',
  editFilter: '搜索名称、权属、备注……', editRound: '第 {round} 轮调查：已查 {done}，共 {of}', editOpenOnly: '只看本轮未查', editNone: '没有符合的行。', editReading: '正在读取图层……', editUnsaved: '未保存', editCheck: '一起编辑：{name}',
  editChecked: '已选 {n} 行', editInView: '选地图范围内', editBox: '在图上框选', drawBoxHint: '在地图上拖出方框，选中其中的行。', editAll: '选全部列出的', editNoneChecked: '清除选择', editColumn: '统一设为', editSaveAll: '修改 {n} 行',
  editNew: '新增：{layer}', editNote: '原因（写入记录）', editSave: '保存', editDrop: '放弃修改', editMove: '在地图上移动', editRedraw: '重新绘制', editReshape: '修改路径点', reshapePoint: '第 {i} 点，共 {n} 点', reshapeBetween: '在第 {i} 与第 {next} 点之间加点', reshapeRemove: '删除此点', reshapeBack: '退一步',
  reshapeHint: '拖动路径点；拖动小点则在该处加点。键盘：Tab 选点，小点上按 Enter 加点，方向键移动 1 米（Shift 为 10 米），Delete 删除。点会吸附到道路（按住 Alt 不吸附）。', editMoved: '新位置已标在地图上，保存后生效。',
  editBefore: '‹ 上一处', editNext: '下一处 ›', editHistory: '历史', editDelete: '删除', editNothing: '–', editYes: '是', editNo: '否', editRequired: '不能为空。', editWhole: '请填整数，如 3。', editNumber: '请填数字，如 120.5。', editDate: '请填日期，如 2026-11-26。', editChoice: '请从列表中选择。',
  editSaved: '已保存 {n} 行。', editUndo: '撤销', editUndone: '已撤销。', editLogNone: '还没有编辑过。', editAction_add: '新增', editAction_change: '修改', editAction_delete: '删除', editAction_restore: '恢复', editMovedIs: '移动位置',
  photos: '照片', photoAdd: '+ 拍照', photoDelete: '删除照片', photoOf: '照片，{words}', drawPlace: '新位置', drawHintPlace: '点击地图上的位置，或把地图移到十字下按空格。按住 Alt 不捕捉，Esc 放弃。',
};
