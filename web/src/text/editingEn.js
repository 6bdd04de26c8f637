/** @type {Record<string, string>} */
export const editingEn = {
  editTitle: 'Edit the data', side_edit: 'Edit', tip_edit: 'Edit the data: idle-space register, facilities, gates, paths', editThis: 'Edit its data', editTab_rows: 'Rows', editTab_log: 'Log of edits', editLayer: 'Layer', editAdd: 'Add on the map', editAddLine: 'Draw a path',
  editFilter: 'Search name, owner, note …', editRound: 'Survey round {round}: {done} of {of} seen', editOpenOnly: 'Only those not yet seen this round', editNone: 'No row matches.', editReading: 'The layer is being read …', editUnsaved: 'not saved', editCheck: 'Edit together: {name}',
  editChecked: '{n} chosen', editInView: 'Those on the map', editAll: 'All listed', editNoneChecked: 'None', editColumn: 'Give all of them', editSaveAll: 'Change (rows: {n})',
  editNew: 'New: {layer}', editNote: 'Why (goes into the log)', editSave: 'Save', editDrop: 'Drop the changes', editMove: 'Move on the map', editRedraw: 'Draw it anew', editMoved: 'The new place is marked on the map; it is kept when you save.',
  editBefore: '‹ Previous', editNext: 'Next ›', editHistory: 'History', editDelete: 'Delete', editNothing: '–', editYes: 'yes', editNo: 'no', editRequired: 'Must not be empty.', editWhole: 'A whole number, such as 3.', editNumber: 'A number, such as 120.5.', editDate: 'A day, such as 2026-11-26.', editChoice: 'One of the listed words.',
  editSaved: 'Saved: {n} row(s).', editUndo: 'Undo', editUndone: 'Undone.', editLogNone: 'Nothing was edited yet.', editAction_add: 'Added', editAction_change: 'Changed', editAction_delete: 'Deleted', editAction_restore: 'Restored', editMovedIs: 'moved',
  photos: 'Photos', photoAdd: '+ Photo', photoDelete: 'Delete the photo', photoOf: 'Photo, {words}', drawPlace: 'New place', drawHintPlace: 'Click the place on the map, or move the map under the cross and press Space. Alt: without snapping. Esc drops it.',
};
