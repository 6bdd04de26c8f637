using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace SpatialPlanner.Engine.Isochrones;

/// <summary>Makes polygons of rings that do not touch: anticlockwise ones are shells, clockwise ones their holes.</summary>
internal static class RingAssembly
{
    /// <summary>The polygon or polygons; an empty polygon of no rings.</summary>
    /// <param name="factory">Makes the geometries.</param>
    /// <param name="rings">Closed rings.</param>
    public static Geometry Polygons(GeometryFactory factory, List<Coordinate[]> rings)
    {
        var shells = new List<(LinearRing Ring, double AreaM2, List<LinearRing> Holes)>();
        var holes = new List<LinearRing>();
        foreach (var coordinates in rings)
        {
            // Clockwise is positive there.
            var area = -Area.OfRingSigned(coordinates);
            var ring = factory.CreateLinearRing(coordinates);
            if (area > 0)
            {
                shells.Add((ring, area, []));
            }
            else
            {
                holes.Add(ring);
            }
        }

        shells.Sort((a, b) => a.AreaM2.CompareTo(b.AreaM2));
        foreach (var hole in holes)
        {
            var around = shells.FindAll(s => s.Ring.EnvelopeInternal.Contains(hole.EnvelopeInternal));
            // The smallest shell around a corner of the hole; mostly only one comes into question.
            (around.Count == 1 ? around[0] : around.Find(s => Holds(s.Ring, hole))).Holes.Add(hole);
        }

        var polygons = shells.ConvertAll(s => factory.CreatePolygon(s.Ring, [.. s.Holes]));
        return polygons.Count switch
        {
            0 => factory.CreatePolygon(),
            1 => polygons[0],
            _ => factory.CreateMultiPolygon([.. polygons]),
        };
    }

    private static bool Holds(LinearRing shell, LinearRing hole) =>
        PointLocation.IsInRing(hole.GetCoordinateN(0), shell.Coordinates);
}
