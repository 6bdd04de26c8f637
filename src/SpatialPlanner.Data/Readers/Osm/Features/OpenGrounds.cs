using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Distance;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Districts;

namespace SpatialPlanner.Data.Readers.Osm.Features;

/// <summary>
/// Entrances of parks, squares and other open grounds whose gates are not mapped: where a walkable way crosses the
/// outline, or else where the outline comes nearest to one. A park is reached at its edge; measured to a point in its
/// middle, a large one would seem far to those who live beside it.
/// </summary>
internal sealed class OpenGrounds
{
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    /// <summary>A degree of latitude, to turn the link limit into a search box; generous for longitudes up to 60°.</summary>
    private const double MetresPerDegree = 55_000;

    private readonly List<(string Id, Geometry Shape)> grounds = [];

    /// <summary>True where one may walk in from any side unless a wall says otherwise.</summary>
    public static bool IsOne(IReadOnlyDictionary<string, string> tags) =>
        tags.GetValueOrDefault("leisure") is "park" or "garden" or "playground" or "pitch" or "track" or "dog_park"
            or "recreation_ground" or "fitness_station"
        || tags.GetValueOrDefault("place") == "square"
        || (tags.GetValueOrDefault("amenity") == "marketplace" && !tags.ContainsKey("building"));

    /// <summary>Notes an open ground without a mapped entrance.</summary>
    public void Add(string id, Geometry shape) => grounds.Add((id, shape));

    /// <summary>The entrances, in the order of the grounds; <c>of_id</c> is the ground's id.</summary>
    /// <param name="walkEdges">The walk network.</param>
    /// <param name="kept">Ids of the facilities that were kept.</param>
    public IEnumerable<LayerRow> Entrances(IReadOnlyList<LayerRow> walkEdges, IReadOnlySet<string> kept)
    {
        var tree = new STRtree<LineString>();
        foreach (var row in walkEdges)
        {
            tree.Insert(row.Geometry!.EnvelopeInternal, (LineString)row.Geometry);
        }

        tree.Build();
        foreach (var (id, shape) in grounds.Where(g => kept.Contains(g.Id)))
        {
            var number = 0;
            foreach (var at in Points(shape.Boundary, tree))
            {
                yield return new LayerRow(
                    Factory.CreatePoint(at), [$"{id}/entrance/{++number}", id, "gate", "open", null], id);
            }
        }
    }

    private static IReadOnlyList<Coordinate> Points(Geometry outline, STRtree<LineString> edges)
    {
        var box = new Envelope(outline.EnvelopeInternal);
        var points = new SortedSet<Coordinate>();
        foreach (var edge in edges.Query(box))
        {
            foreach (var at in outline.Intersection(edge).Coordinates)
            {
                points.Add(Rounded(at));
            }
        }

        if (points.Count > 0)
        {
            return [.. points];
        }

        box.ExpandBy(District.LinkLimitMetres / MetresPerDegree);
        var near = edges.Query(box)
            .Select(edge => DistanceOp.NearestPoints(outline, edge))
            .Select(pair => (At: pair[0], Metres: Geodesy.SegmentMetres(pair[0].X, pair[0].Y, pair[1].X, pair[1].Y)))
            .OrderBy(n => n.Metres).ThenBy(n => n.At)
            .FirstOrDefault();
        return near.At is not null && near.Metres <= District.LinkLimitMetres ? [Rounded(near.At)] : [];
    }

    private static Coordinate Rounded(Coordinate at) => new(Math.Round(at.X, 7), Math.Round(at.Y, 7));
}
