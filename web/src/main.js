import { ApiError, getWorkspace } from './api.js';
import { Context } from './context.js';
import { listenToDrops } from './dropTarget.js';
import { byId, fill, h } from './dom.js';
import { startLanguage } from './i18n.js';
import { listenToKeys } from './keys.js';
import { LINES_FROM_ZOOM } from './ledger.js';
import { onlineBaseMap } from './map.js';
import { MapView } from './mapView.js';
import { Session } from './session.js';
import { SideView } from './sideView.js';
import { fromQuery, isMove, START, Store } from './state.js';
import { onThemeChange } from './theme.js';
import { ChartsPanel } from './panels/chartsPanel.js';
import { ChoosePanel } from './panels/choose.js';
import { DetailPanel } from './panels/detail.js';
import { Dialogs } from './panels/dialogs.js';
import { CompareView } from './compare/compareView.js';
import { FurniturePanel } from './panels/furniture.js';
import { EditPanel } from './panels/editing/editPanel.js';
import { EquityPanel } from './panels/equityPanel.js';
import { GapTable } from './panels/gapTable.js';
import { HeaderPanel } from './panels/header.js';
import { HealthPanel } from './panels/healthPanel.js';
import { HeadlinePanel } from './panels/headline.js';
import { ImportPanel } from './panels/importPanel.js';
import { LayersBox } from './panels/layersBox.js';
import { QuestionPanel } from './panels/question.js';
import { RailPanel } from './panels/rail.js';
import { ReportPanel } from './panels/report.js';
import { ResultsPanel } from './panels/resultsPanel.js';
import { SitingPanel } from './panels/siting/sitingPanel.js';
import { RulesPanel } from './panels/rulesPanel.js';
import { SidePanel } from './panels/side.js';
import { showStartFailure } from './panels/startFailure.js';
import { ScenarioPanel } from './panels/scenario/scenarioPanel.js';
import { StatusPanel } from './panels/status.js';
import { Tour } from './tour/tour.js';
import * as kept from './kept.js';

const LOADING_MS = 500;

// Parts of the session that the rail shows nothing of.
const APART = new Set(['explanation', 'reach', 'ledger', 'faults']);

// Parts that the panel beside the map shows.
const BESIDE = new Set(['scenarios', 'imports', 'import-progress', 'health', 'finding', 'rules', 'edit', 'edit-fields']);

// Panels beside the map that show features and figures.
const FOLLOWING = new Set(['charts', 'scenario', 'edit']);

/** @param {Session} session */
function build(session) {
  const { store } = session;
  const context = new Context(session);
  const view = new MapView(context, byId('map'));
  const baseMap = onlineBaseMap(view.map, () => session.report('base-map', view.baseMapError(), null));
  const dialogs = new Dialogs(context, kept.baseMap(), (choice) => {
    kept.keepBaseMap(choice);
    baseMap.set(choice.on ? choice.url : null);
    furniture.render();
  }, view, () => tour.begin());
  const tour = new Tour(context);
  context.tell = (key, figure, values) => dialogs.tell(key, figure, values);
  const toggle = (/** @type {import('./types.js').Panel} */ panel) => store.set({ panel: store.state.panel === panel ? null : panel });
  const place = (/** @type {{lon: number, lat: number}} */ at, /** @type {string|null} */ idle) => context.select({ kind: 'site', lon: at.lon, lat: at.lat, idle });
  const header = new HeaderPanel(context, { help: () => dialogs.help(), settings: () => dialogs.settings(), export: () => dialogs.export(), import: () => toggle('import'), health: () => toggle('health'), results: () => toggle('results'), rules: () => toggle('rules'), edit: () => toggle('edit') }, (lon, lat) => view.selection.flyTo(lon, lat));
  const headline = new HeadlinePanel(context, () => view.walks);
  const rail = new RailPanel(context, {
    question: new QuestionPanel(context), headline, check: new GapTable(context), report: new ReportPanel(context, () => dialogs.export()),
    choose: new ChoosePanel(context, (space) => view.placeIdle(space)),
  });
  const detail = new DetailPanel(context, {
    place, move: (facility) => view.moveFacility(facility), zoomTo: () => view.selection.flyToSelection(), zoomToWalk: () => view.selection.flyToWalk(), zoomToFix: (fix) => view.selection.flyToFix(fix), zoomToBuilding: (id) => view.selection.flyToFeature('buildings', id),
  });
  const layers = new LayersBox(context, (row) => view.selection.showLink(row), () => view.map.getZoom());
  const furniture = new FurniturePanel(context, layers, () => kept.shownHost(dialogs.baseMap), () => view.walks);
  const status = new StatusPanel(context);
  const sideView = new SideView(context, view);
  const imports = new ImportPanel(context, (isShown) => sideView.showPreview(isShown));
  const siting = new SitingPanel(context, (id) => view.showSpace(id));
  const side = new SidePanel(context, { import: imports, health: new HealthPanel(context), results: new ResultsPanel(context), rules: new RulesPanel(context), equity: new EquityPanel(context), siting, scenario: new ScenarioPanel(context, { draw: () => view.drawPath(), compare: () => compare.open() }), edit: new EditPanel(context, view), charts: new ChartsPanel(context, () => view.walks, (buildings) => view.mark(buildings)) });
  const compare = new CompareView(context, view);
  const panels = [header, rail, detail, furniture, status, side];
  for (const panel of panels) panel.onAdd();
  baseMap.set(dialogs.baseMap.on ? dialogs.baseMap.url : null);

  let { bbox } = session.workspace;
  const renderBeside = (/** @type {string} */ part) => {
    if (part === 'import-progress') return imports.renderProgress();
    if (part === 'scenarios') header.render();
    if (part === 'imports') for (const panel of [header, furniture]) panel.render();
    if (part === 'finding') sideView.showFinding();
    side.render();
  };
  const renderSiting = (/** @type {string} */ part) => {
    if (part === 'siting-progress') return siting.renderProgress();
    if (part === 'siting-moved') return siting.renderLoss();
    if (store.state.panel === 'siting') siting.render();
    furniture.render();
  };
  // What moves while a site is dragged, and nothing else.
  const renderTried = () => {
    view.follow('trial');
    rail.renderFigures();
    furniture.legends.renderCounts();
    detail.render();
    if (store.state.panel === 'charts') side.render();
  };
  session.subscribe((part) => {
    if (part === 'coverage' || part === 'scenarios') session.comparison.follow();
    if (part === 'compare') return compare.render();
    if (part === 'problems' || part === 'reading' || part === 'taking-up') return status.render();
    if (part === 'results') {
      side.render();
      rail.renderTask();
      layers.render();
      view.follow(part);
      return detail.render();
    }
    if (BESIDE.has(part)) return renderBeside(part);
    if (part.startsWith('siting')) return renderSiting(part);
    if (part === 'workspace') {
      view.forget(bbox);
      bbox = session.workspace.bbox;
      for (const panel of panels) panel.render();
      return;
    }
    if (part === 'ranking') return rail.renderTask();
    if (part === 'trial') return renderTried();
    if (part === 'trial-reach') return view.selection.draw();
    if (part === 'ledger' || part === 'faults') layers.render();
    // A finding about the network then leads to its fault.
    if (part === 'faults') side.render();
    if (part === 'reach') furniture.render();
    if (part === 'computing') {
      status.render();
      return rail.render();
    }
    view.follow(part);
    if (['coverage', 'buildings', 'walk_edges', 'boundaries'].includes(part)) compare.render();
    if (!APART.has(part)) {
      if (store.state.panel !== null && FOLLOWING.has(store.state.panel)) side.render();
      rail.render();
      furniture.legends.renderCounts();
      furniture.summarise();
    }
    detail.render();
  });
  store.subscribe((state, before) => {
    if (state.lang !== before.lang) {
      kept.keepLanguage(state.lang);
      tour.render();
    }
    // Panning changes the view alone, and no panel shows it.
    const changed = Object.keys(state).some((key) => key !== 'view' && state[/** @type {keyof typeof state} */ (key)] !== before[/** @type {keyof typeof state} */ (key)]);
    if (changed && !isMove(state, before)) {
      for (const panel of panels) panel.render();
      compare.render();
    }
    if (crosses(state, before)) layers.render();
    view.followState(state, before);
  });
  listenToDrops((files) => {
    if (store.state.panel !== 'import') store.set({ panel: 'import' });
    session.imports.add(files);
  }, () => context.t('dropHere'));
  onThemeChange(() => view.repaint());
  listenToKeys(context, { search: () => header.search.focus(), help: () => dialogs.help(), export: () => dialogs.export(), settle: () => view.settleSite(), bands: () => view.pickPlace(view.map.getCenter()), closeDialog: () => dialogs.element.close() });
  tour.offer(location.search);
  window.addEventListener('error', (event) => session.report('script', event.error ?? event.message, () => location.reload()));
  window.addEventListener('unhandledrejection', (event) => session.report('script', event.reason, () => location.reload()));
}

/** True where the map passes the zoom from which the ledger draws lines. @param {import('./types.js').ViewState} state @param {import('./types.js').ViewState} before */
function crosses(state, before) {
  const zooms = [state.view?.zoom ?? 0, before.view?.zoom ?? 0];
  return Math.min(...zooms) < LINES_FROM_ZOOM && Math.max(...zooms) >= LINES_FROM_ZOOM;
}

/** The server listens before it has read the workspace; until then the page says so and asks again. @param {'zh'|'en'} lang */
async function workspaceOnceLoaded(lang) {
  const progress = byId('progress');
  for (;;) {
    try {
      const workspace = await getWorkspace();
      fill(progress);
      return workspace;
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 503) throw error;
      fill(progress, h('div', { class: 'progress-line' }, error[lang].detail || error[lang].title));
      await new Promise((resolve) => setTimeout(resolve, LOADING_MS));
    }
  }
}

async function start() {
  const lang = startLanguage(kept.language(), navigator.languages);
  const store = new Store(fromQuery(location.search, { ...START, lang }));
  try {
    const session = new Session(store, await workspaceOnceLoaded(lang));
    build(session);
    store.followHistory();
    await session.start();
  } catch (error) {
    showStartFailure(error, store.state.lang);
  }
}

start();
