using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;

namespace SpatialPlanner.Data.Readers.Osm.Polygons;

/// <summary>Puts rings into each other: one within an odd number of others is a hole of the smallest around it.</summary>
internal static class RingNesting
{
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    /// <summary>The polygon or multipolygon of the rings; not valid where they cross or share lines.</summary>
    public static Geometry Nest(List<Polygon> rings)
    {
        var bySize = rings.OrderByDescending(r => r.Area).ToList();
        var prepared = bySize.Select(r => PreparedGeometryFactory.Prepare(r)).ToList();
        return Nest(bySize, (outer, inner) => prepared[outer].Covers(bySize[inner]));
    }

    /// <summary>The same for rings that are known not to meet: then one point of a ring tells where the ring is.</summary>
    public static Geometry NestApart(List<Polygon> rings)
    {
        var bySize = rings.OrderByDescending(r => r.Area).ToList();
        return Nest(
            bySize,
            (outer, inner) => PointLocation.IsInRing(
                bySize[inner].Shell.GetCoordinateN(0), bySize[outer].Shell.CoordinateSequence));
    }

    private static Geometry Nest(List<Polygon> bySize, Func<int, int, bool> covers)
    {
        if (bySize.Count == 1)
        {
            return bySize[0];
        }

        var holes = bySize.Select(_ => new List<LinearRing>()).ToList();
        var (depth, shells) = (new int[bySize.Count], new List<int>());
        for (var i = 0; i < bySize.Count; i++)
        {
            var parent = ParentOf(i, bySize, covers);
            depth[i] = parent < 0 ? 0 : depth[parent] + 1;
            if (depth[i] % 2 == 0)
            {
                shells.Add(i);
            }
            else
            {
                holes[parent].Add(bySize[i].Shell);
            }
        }

        var polygons = shells.Select(s => Factory.CreatePolygon(bySize[s].Shell, [.. holes[s]])).ToArray();
        return polygons.Length == 1 ? polygons[0] : Factory.CreateMultiPolygon(polygons);
    }

    /// <summary>True where two of the rings cross.</summary>
    public static bool AnyCross(List<Polygon> rings)
    {
        for (var i = 0; i < rings.Count; i++)
        {
            for (var j = i + 1; j < rings.Count; j++)
            {
                if (rings[i].Overlaps(rings[j]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // The smallest ring around comes first when looking from the ring towards the larger ones.
    private static int ParentOf(int ring, List<Polygon> bySize, Func<int, int, bool> covers)
    {
        for (var j = ring - 1; j >= 0; j--)
        {
            if (bySize[j].EnvelopeInternal.Covers(bySize[ring].EnvelopeInternal) && covers(j, ring))
            {
                return j;
            }
        }

        return -1;
    }
}
