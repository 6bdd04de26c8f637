using NetTopologySuite.Geometries;

namespace SpatialPlanner.Data.Readers.Osm.Features;

/// <summary>A way or relation with tags that some layer wants.</summary>
/// <param name="Id"><c>way/1</c> or <c>relation/1</c>.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="Uses">What it is.</param>
/// <param name="Geometry">
/// Polygon or multipolygon; a line where a facility is mapped as an open way; null where none could be made, which was told.
/// </param>
/// <param name="OutlineNodes">Positions of the nodes on its outline.</param>
internal sealed record OsmArea(
    string Id, IReadOnlyDictionary<string, string> Tags, OsmUses Uses, Geometry? Geometry, IReadOnlyList<int> OutlineNodes);
