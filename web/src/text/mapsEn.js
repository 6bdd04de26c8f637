/** @type {Record<string, string>} */
export const mapsEn = {
  mapSummary: 'Map: buildings coloured by the walk to {service}. Beyond {limit}: {out} ({share}) of {group}. The list of areas gives the same by place.',
  reportExportMap: 'Save the map as PNG, SVG or PDF', exportFiles: 'Export', mapExport: 'Map as a picture or drawing', map_png: 'Save as PNG', map_svg: 'Save as SVG', map_print: 'Print or save as PDF', cancel: 'Cancel', mapPreview: 'Preview of the map', mapDrawing: 'Drawing the map', mapSaved: 'Saved: {n} file(s), in the folder of your downloads.',
  mapSays: 'Scale 1:{scale} on paper. As PNG {width} × {height} px at {dpi} dpi.', mapTitle: 'Walk to: {service} · {group}', mapHeadline: '{share} {headline}', mapUnverified: 'Rule unverified', mapDataOf: 'data imported {date}', mapRules: '{pack}, edition {edition}', mapCrs: 'Web Mercator (EPSG:3857), data in WGS 84 (EPSG:4326)',
  mapScaleIs: '1:{n} in the middle of the map ({paper})', mapMade: 'made {date}', mapTitleField: 'Title', mapTitleUsual: 'Service and group', mapPaper: 'Size', mapDpi: 'Resolution (PNG)', mapExtent: 'Part of the map', mapScale: 'Scale', mapScaleFits: 'Shows all of it', mapStyle: 'Colours', mapLang: 'Language', mapLegend: 'With legend',
  mapStyle_light: 'Light', mapStyle_dark: 'Dark', mapStyle_print: 'For printing (white ground)', paper_a4_landscape: 'A4 landscape', paper_a4_portrait: 'A4 portrait', paper_a3_landscape: 'A3 landscape', paper_a3_portrait: 'A3 portrait', paper_slide: 'Slide 16:9', paper_screen: 'As the screen',
  extent_view: 'What is in view', extent_district: 'Whole district', extent_picked: 'What is picked', placeName: 'Name for the part in view', placeKeep: 'Keep it', placeGo: 'Show it on the map', placeForget: 'Forget “{name}”',
  mapSeries: 'The same map for several services', mapSeriesNote: 'Same part, scale and classes, one file after the other; the browser may ask whether the page may save several files.', mapSeriesExport: '{n} × {format}', mapTables: 'Tables of results, as CSV or Excel',
  legendPeople: '{group}, whole district', legendWater: 'water', legendGreen: 'park, green', northUp: 'North is up on this map', theme: 'Colours of the page', theme_system: 'As the system', theme_light: 'Light', theme_dark: 'Dark',
  diffWalk_better3: '5 min or more shorter, or newly reached', diffWalk_better2: '2 to under 5 min shorter', diffWalk_better1: 'under 2 min shorter', diffWalk_unchanged: 'unchanged',
  diffWalk_worse1: 'under 2 min longer', diffWalk_worse2: '2 to under 5 min longer', diffWalk_worse3: '5 min or more longer, or no longer reached',
  diffPeople_better3: '500 or more newly covered', diffPeople_better2: '100–499 newly covered', diffPeople_better1: 'up to 99 newly covered', diffPeople_unchanged: 'unchanged',
  diffPeople_worse1: 'up to 99 no longer covered', diffPeople_worse2: '100–499 no longer covered', diffPeople_worse3: '500 or more no longer covered',
};
