using NetTopologySuite.Geometries;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Osm.Polygons;

/// <summary>An area made of a way or relation.</summary>
/// <param name="Geometry">Polygon or multipolygon, or null where none could be made.</param>
/// <param name="Flaw">What was wrong, or null: repaired where there is a geometry, fatal to the area where there is
/// none.</param>
/// <param name="OutlineNodes">Positions of the nodes on the outlines.</param>
internal sealed record AreaResult(Geometry? Geometry, LocalText? Flaw, IReadOnlyList<int> OutlineNodes);
