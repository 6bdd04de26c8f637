// The one place that knows where the chart library (Apache ECharts) is served from. It weighs a megabyte, so it is read when a chart is first
// looked at, never for the first map.

/** @type {Promise<typeof import('/vendor/echarts/echarts.esm.min.js')>|null} */
let loaded = null;

/** The chart library; a failed attempt may be made again. */
export function loadCharts() {
  loaded ??= import('/vendor/echarts/echarts.esm.min.js').catch((error) => {
    loaded = null;
    throw error;
  });
  return loaded;
}
