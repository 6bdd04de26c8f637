using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Readers.Osm.Features;

/// <summary>A facility and, where it is mapped as an area or a line, its shape.</summary>
/// <param name="Row">The row; its geometry is a point.</param>
/// <param name="Outline">The shape, or null.</param>
internal sealed record Facility(LayerRow Row, Geometry? Outline);
