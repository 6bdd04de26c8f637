/** @type {Record<string, string>} */
export const tourEn = {
  tourTitle: 'First steps', tourStep: '{n} of {of} · {title}', tourSkip: 'End the tour', tourNext: 'Next', tourEnd: 'Begin', tourAgain: 'Show the first steps again',
  tourTitle_service: 'Check: which service?', tour_service: 'The page asks one question: who cannot walk to a service in time. Elderly care is chosen; choose another service, or press Next.',
  tourTitle_worst: 'Check: where is it worst?', tour_worst: 'The large figure is the answer, and every underlined figure tells how it was computed. Below, communities are listed worst first: click the first.',
  tourTitle_place: 'Choose: a place', tour_place: 'Open Choose, then click the map inside this community (or take an idle space from the list) to try a site there.',
  tourTitle_drag: 'Choose: drag it', tour_drag: 'Drag the purple marker, or move it with the arrow keys: the map, the list and the figures follow. “Keep in the scenario” keeps it; a plan of many sites is under “Several services”.',
  tourTitle_export: 'Report: take it along', tour_export: 'Open Report and save the map: as a picture with legend, scale, source and date. Tables and layers are there too.',
  tourTitle_end: 'That is all', tour_end: 'Check, Choose, Report: each begins in the head of the page. “Help” has the keys and these steps again; “Import” takes your own district.',
};
