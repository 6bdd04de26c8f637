using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using SpatialPlanner.Data.Readers.Osm.Store;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Osm.Polygons;

/// <summary>
/// Makes areas of closed ways and of multipolygon relations. Roles are not trusted: a ring within an odd number of others is
/// a hole. Where that gives no valid polygon (holes that share a line, crossing rings) the rings are combined by even and
/// odd, which is right for the first and a stated repair for the second.
/// </summary>
internal sealed class AreaBuilder(OsmData data)
{
    private const int WorldHalfE7 = 1_800_000_000;
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    /// <summary>True where a way begins and ends at one node or spot.</summary>
    public bool IsClosed(int way)
    {
        var refs = data.RefsOf(way);
        return refs.Length > 3 && (refs[0] == refs[^1]
            || (data.FindNode(refs[0]) is var a and >= 0 && data.FindNode(refs[^1]) is var b and >= 0 && data.AreOnSameSpot(a, b)));
    }

    /// <summary>The area of a closed way.</summary>
    public AreaResult OfWay(int way) => OfSimpleWay(way) ?? Of([data.WayId(way)]);

    /// <summary>The area of a multipolygon or boundary relation.</summary>
    public AreaResult OfRelation(int relation)
    {
        var ids = new List<long>();
        foreach (var member in data.MembersOf(relation))
        {
            if (member.Kind == OsmKind.Way && data.Text(member.Role) is "outer" or "inner" or "" or "enclave" or "exclave")
            {
                ids.Add(member.Id);
            }
        }

        // A way that two holes share is a member twice and no border of their union; but where the whole outline is there
        // twice nothing would be left of it.
        var once = ids.GroupBy(i => i).Where(g => g.Count() % 2 == 1).Select(g => g.Key).ToList();
        var distinct = ids.Distinct().ToList();
        if (once.Count == distinct.Count)
        {
            return Of(distinct);
        }

        return Of(once) is { Geometry: not null, Flaw: null } shared
            ? shared
            : Of(distinct) is { Geometry: not null } doubled
                ? doubled with { Flaw = new("成员路径重复", "member ways are listed twice") }
                : Of(distinct);
    }

    // Sure to be right as it stands, as nearly all are; otherwise null, and the way is looked at closely.
    private AreaResult? OfSimpleWay(int way)
    {
        var ways = new List<int[]>(1);
        if (AddNodes(data.WayId(way), ways) > 0 || ways is not [var ring] || ring[0] != ring[^1] || !SimpleRings.Are(data, ways))
        {
            return null;
        }

        return new AreaResult(PolygonOf(ring), null, ring[..^1]);
    }

    private AreaResult Of(List<long> wayIds)
    {
        var ways = new List<int[]>();
        var missing = 0;
        foreach (var id in wayIds)
        {
            missing += AddNodes(id, ways);
        }

        if (missing > 0)
        {
            return None(new($"有 {missing} 个成员路径或节点不在文件中", $"{missing} of its ways or nodes are not in the file"));
        }

        var built = RingBuilder.Build(ways);
        LocalText? flaw = built.OpenAt is { } open
            ? new($"轮廓在 node/{data.NodeId(open)} 处未闭合", $"the outline is not closed at node/{data.NodeId(open)}")
            : null;
        if (built.Rings.Count == 0)
        {
            return None(flaw ?? new("没有围成面积", "it encloses no area"));
        }

        return built.Rings.Any(CrossesDateLine)
            ? None(new("轮廓跨越 180° 经线", "the outline crosses the 180th meridian"))
            : Assemble(built.Rings, flaw);
    }

    private int AddNodes(long wayId, List<int[]> ways)
    {
        var way = data.FindWay(wayId);
        if (way < 0)
        {
            return 1;
        }

        var (nodes, missing) = (new List<int>(), 0);
        foreach (var id in data.RefsOf(way))
        {
            var node = data.FindNode(id);
            missing += node < 0 ? 1 : 0;
            if (node >= 0 && (nodes.Count == 0 || nodes[^1] != node))
            {
                nodes.Add(node);
            }
        }

        if (nodes.Count > 3 && nodes[0] != nodes[^1] && data.AreOnSameSpot(nodes[0], nodes[^1]))
        {
            nodes[^1] = nodes[0];
        }

        if (nodes.Count > 1)
        {
            ways.Add([.. nodes]);
        }

        return missing;
    }

    private bool CrossesDateLine(int[] ring)
    {
        for (var i = 1; i < ring.Length; i++)
        {
            if (Math.Abs((long)data.LonE7(ring[i]) - data.LonE7(ring[i - 1])) > WorldHalfE7)
            {
                return true;
            }
        }

        return false;
    }

    private AreaResult Assemble(List<int[]> rings, LocalText? flaw)
    {
        var outline = rings.SelectMany(r => r).Distinct().ToList();
        if (SimpleRings.Are(data, rings))
        {
            return new AreaResult(RingNesting.NestApart([.. rings.Select(PolygonOf)]), flaw, outline);
        }

        var parts = new List<Polygon>();
        foreach (var polygon in rings.Select(PolygonOf))
        {
            if (polygon.IsValid)
            {
                parts.Add(polygon);
                continue;
            }

            flaw ??= new("轮廓自相交", "the outline crosses itself");
            parts.AddRange(PolygonsOf(GeometryFixer.Fix(polygon)));
        }

        return parts.Sum(p => p.Area) <= 0
            ? None(new("没有围成面积", "it encloses no area"))
            : Combine(parts, flaw, outline);
    }

    private static AreaResult Combine(List<Polygon> parts, LocalText? flaw, List<int> outline)
    {
        var nested = RingNesting.Nest(parts);
        if (!nested.IsValid)
        {
            flaw ??= RingNesting.AnyCross(parts) ? new("内外环相互交叉", "its rings cross each other") : null;
            nested = parts.Skip(1).Aggregate((Geometry)parts[0], (sum, ring) => sum.SymmetricDifference(ring));
        }

        var polygons = PolygonsOf(nested).Where(p => p.Area > 0).ToArray();
        return polygons.Length switch
        {
            0 => None(new("没有围成面积", "it encloses no area")),
            1 => new AreaResult(polygons[0], flaw, outline),
            _ => new AreaResult(Factory.CreateMultiPolygon(polygons), flaw, outline),
        };
    }

    private Polygon PolygonOf(int[] ring) => Factory.CreatePolygon([.. ring.Select(data.CoordinateOf)]);

    private static IEnumerable<Polygon> PolygonsOf(Geometry geometry)
    {
        for (var i = 0; i < geometry.NumGeometries; i++)
        {
            if (geometry.GetGeometryN(i) is Polygon { IsEmpty: false } polygon)
            {
                yield return polygon;
            }
        }
    }

    private static AreaResult None(LocalText flaw) => new(null, flaw, []);
}
