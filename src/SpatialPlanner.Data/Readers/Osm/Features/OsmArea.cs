using NetTopologySuite.Geometries;

namespace SpatialPlanner.Data.Readers.Osm.Features;

/// <summary>A closed way or relation with tags that some layer wants.</summary>
/// <param name="Id"><c>way/1</c> or <c>relation/1</c>.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="Geometry">Polygon or multipolygon.</param>
/// <param name="OutlineNodes">Positions of the nodes on its outline.</param>
internal sealed record OsmArea(
    string Id, IReadOnlyDictionary<string, string> Tags, Geometry Geometry, IReadOnlyList<int> OutlineNodes);
