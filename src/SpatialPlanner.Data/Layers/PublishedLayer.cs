using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Layers;

/// <summary>
/// A layer as the map, the API, the exports and the reports show it: a source layer, or a result turned back into
/// features. The first column is the feature id.
/// </summary>
/// <param name="Name">snake_case name, also of the OGC collection.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Geometry">What geometry the rows have.</param>
/// <param name="Columns">Columns besides the geometry.</param>
/// <param name="Rows">The rows in key order, WGS 84.</param>
/// <param name="IsResult">True where the layer was computed.</param>
public sealed record PublishedLayer(
    string Name,
    LocalText Title,
    LayerGeometry Geometry,
    IReadOnlyList<LayerColumn> Columns,
    IReadOnlyList<LayerRow> Rows,
    bool IsResult);
