using NetTopologySuite.Geometries;

namespace SpatialPlanner.Data.Layers;

/// <summary>One row of a layer, as strings and numbers; it may still be wrong.</summary>
/// <param name="Geometry">WGS 84, x = longitude, y = latitude; null in a table without geometry.</param>
/// <param name="Values">
/// One value for each column of the schema, in its order: string, long, double, bool or null.
/// </param>
/// <param name="Place">Where the row came from ("line 7", "feature 12", "way/4711"), for messages; may be null.</param>
public sealed record LayerRow(Geometry? Geometry, object?[] Values, string? Place = null);
