using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Readers.Osm.Polygons;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Shapefile;

/// <summary>
/// Makes a polygon of the rings of a record. The format has outer rings clockwise and holes counterclockwise; many files
/// do not keep to it, so which ring is in which decides, and what runs the wrong way is counted.
/// </summary>
internal sealed class ShapeRings
{
    private static readonly GeometryFactory Factory = new();

    /// <summary>True where rings of the polygon assembled last ran the wrong way.</summary>
    public bool WereTurned { get; private set; }

    /// <summary>What was mended in the polygon assembled last, or null.</summary>
    public LocalText? Repair { get; private set; }

    /// <summary>The polygon or multipolygon; empty where no ring has an area.</summary>
    /// <param name="parts">Points of the rings.</param>
    public Geometry Assemble(List<CoordinateSequence> parts)
    {
        (WereTurned, Repair) = (false, null);
        var rings = parts.Select(Ring).OfType<Polygon>().ToList();
        if (rings.Count < parts.Count)
        {
            Repair = new("没有面积的环已去掉", "rings without an area were left out");
        }

        if (rings.Count == 0)
        {
            return Factory.CreatePolygon();
        }

        var nested = Nest(rings);
        WereTurned = Polygons(nested).Any(p =>
            !IsClockwise(p.ExteriorRing) || p.InteriorRings.Any(IsClockwise));
        return nested;
    }

    // Of rings that cross themselves and others the question may have no answer; then one point of each tells.
    private static Geometry Nest(List<Polygon> rings)
    {
        try
        {
            return RingNesting.Nest(rings);
        }
        catch (TopologyException)
        {
            return RingNesting.NestApart(rings);
        }
    }

    private static IEnumerable<Polygon> Polygons(Geometry geometry)
    {
        for (var i = 0; i < geometry.NumGeometries; i++)
        {
            yield return (Polygon)geometry.GetGeometryN(i);
        }
    }

    private static bool IsClockwise(LineString ring) => Area.OfRingSigned(ring.CoordinateSequence) > 0;

    private Polygon? Ring(CoordinateSequence points)
    {
        if (points.Count < 3)
        {
            return null;
        }

        if (!CoordinateSequences.IsRing(points))
        {
            points = CoordinateSequences.EnsureValidRing(NetTopologySuite.Geometries.Implementation.CoordinateArraySequenceFactory.Instance, points);
            Repair = new("未闭合的环已闭合", "a ring that was not closed was closed");
        }

        return points.Count >= 4 && Area.OfRingSigned(points) != 0 ? Factory.CreatePolygon(Factory.CreateLinearRing(points)) : null;
    }
}
