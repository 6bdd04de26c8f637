// The one place that knows where the library is served from.
export * from '/vendor/leaflet/leaflet-src.esm.js';
