using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace SpatialPlanner.Data.Readers.GeoJson;

/// <summary>Makes geometries of positions, by the rules of RFC 7946 section 3.1.</summary>
internal sealed class GeometryBuilder
{
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    /// <summary>Polygons whose rings went round the wrong way and were turned.</summary>
    public int Turned { get; private set; }

    /// <summary>Geometries with positions of more than three numbers.</summary>
    public int LongPositions { get; private set; }

    /// <summary>Number of arrays around the numbers of a type; 0 for an unknown type.</summary>
    public static int DepthOf(string type) => type switch
    {
        "Point" => 1,
        "MultiPoint" or "LineString" => 2,
        "Polygon" or "MultiLineString" => 3,
        "MultiPolygon" => 4,
        _ => 0,
    };

    public Geometry Build(string type, Positions positions)
    {
        CheckDepth(type, positions);
        LongPositions += positions.TooMany ? 1 : 0;
        return type switch
        {
            "Point" => positions.X.Count == 0 ? Factory.CreatePoint() : Factory.CreatePoint(At(positions, 0)),
            "MultiPoint" => Factory.CreateMultiPointFromCoords(Slice(positions, 0, positions.X.Count)),
            "LineString" => Line(positions, 0, positions.X.Count),
            "MultiLineString" => Factory.CreateMultiLineString([.. Spans(positions.Ends(2), 0, -1).Select(s => Line(positions, s.From, s.To))]),
            "Polygon" => Polygon(positions, 3, 0, positions.Ends(2).Count),
            _ => Factory.CreateMultiPolygon([.. Spans(positions.Ends(2), 0, -1).Select(s => Polygon(positions, 4, s.From, s.To))]),
        };
    }

    public static Geometry Collect(IEnumerable<Geometry> parts) => Factory.CreateGeometryCollection([.. parts]);

    private static void CheckDepth(string type, Positions positions)
    {
        var depth = DepthOf(type);
        if (positions.Depth != 0 && positions.Depth < depth)
        {
            throw new GeoJsonFault(
                $"{type} 的坐标嵌套不足：应为坐标数组处出现了数字",
                $"a number was found where a coordinate array of a {type} should be: nest it more deeply");
        }

        if (positions.Depth > depth)
        {
            throw new GeoJsonFault(
                $"{type} 的坐标嵌套过深：坐标的每个元素都应为数字",
                $"the coordinates of a {type} are nested too deeply: each element of a position must be a number");
        }
    }

    private static IEnumerable<(int From, int To)> Spans(List<int> ends, int first, int last)
    {
        for (var i = first; i < (last < 0 ? ends.Count : last); i++)
        {
            yield return (i == 0 ? 0 : ends[i - 1], ends[i]);
        }
    }

    private static LineString Line(Positions positions, int from, int to) => to - from == 1
        ? throw new GeoJsonFault("线至少需要两个坐标", "a line needs two or more positions")
        : Factory.CreateLineString(WithHeights(positions, from, to));

    private Polygon Polygon(Positions positions, int depth, int firstRing, int endRing)
    {
        var rings = Spans(positions.Ends(depth - 1), firstRing, endRing).Select(s => Ring(positions, s.From, s.To)).ToList();
        if (rings.Count == 0)
        {
            return Factory.CreatePolygon();
        }

        var turned = false;
        for (var i = 0; i < rings.Count; i++)
        {
            if (Area.OfRingSigned(rings[i]) > 0 == (i == 0))
            {
                Array.Reverse(rings[i]);
                turned = true;
            }
        }

        Turned += turned ? 1 : 0;
        return Factory.CreatePolygon(
            Factory.CreateLinearRing(rings[0]), [.. rings.Skip(1).Select(r => Factory.CreateLinearRing(r))]);
    }

    private static Coordinate[] Ring(Positions p, int from, int to)
    {
        if (to - from < 4)
        {
            throw new GeoJsonFault("环至少需要四个坐标", "a ring needs four or more positions");
        }

        return p.X[from] != p.X[to - 1] || p.Y[from] != p.Y[to - 1] || !p.Z[from].Equals(p.Z[to - 1])
            ? throw new GeoJsonFault("环的首尾坐标必须相同", "the first and last positions of a ring must be the same")
            : Slice(p, from, to);
    }

    // Walk edges take their grade from the heights; nothing else does.
    private static Coordinate[] WithHeights(Positions p, int from, int to)
    {
        if (to == from || !double.IsFinite(p.Z[from]) || !double.IsFinite(p.Z[to - 1]))
        {
            return Slice(p, from, to);
        }

        var slice = new Coordinate[to - from];
        for (var i = 0; i < slice.Length; i++)
        {
            slice[i] = new CoordinateZ(p.X[from + i], p.Y[from + i], p.Z[from + i]);
        }

        return slice;
    }

    private static Coordinate At(Positions p, int i) => new(p.X[i], p.Y[i]);

    private static Coordinate[] Slice(Positions p, int from, int to)
    {
        var slice = new Coordinate[to - from];
        for (var i = 0; i < slice.Length; i++)
        {
            slice[i] = At(p, from + i);
        }

        return slice;
    }
}
