using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Buffer;
using NetTopologySuite.Operation.Linemerge;
using NetTopologySuite.Operation.Union;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Isochrones;

/// <summary>
/// Draws what is reached as one polygon a limit: a strip along the reached stretches. It is a drawing; coverage is
/// counted by building. Strips along lines overstate least (Oliver et al. 2007). Holes are kept, and a larger limit's
/// polygon holds the smaller one's.
/// </summary>
public static class CorridorPolygons
{
    /// <summary>Half the width of the strip, metres: about the depth of the houses along a street.</summary>
    public const double HalfWidthMetres = 30;

    /// <summary>Draws the polygons, one for each limit, in local metres.</summary>
    /// <param name="network">The network.</param>
    /// <param name="reached">The reached stretches.</param>
    /// <param name="bandCount">Number of limits.</param>
    public static Geometry[] Draw(WalkNetwork network, ReachedEdges reached, int bandCount)
    {
        var factory = new GeometryFactory();
        var round = new BufferParameters(3);
        var polygons = new Geometry[bandCount];
        for (var band = 0; band < bandCount; band++)
        {
            var lines = Lines(factory, network, reached, band);
            var strip = Strip(factory, lines, round);
            polygons[band] = band == 0 ? strip : strip.Union(polygons[band - 1]);
        }

        return polygons;
    }

    // One buffer around all lines at once was measured 25 times slower (5.6 s against 0.22 s for 2,900 stretches): its
    // curves cross each other at every junction.
    private static Geometry Strip(GeometryFactory factory, LineString[] lines, BufferParameters round)
    {
        var merger = new LineMerger();
        merger.Add(lines);
        var strips = merger.GetMergedLineStrings()
            .Select(line => BufferOp.Buffer(line, HalfWidthMetres, round))
            .ToList();
        return strips.Count == 0 ? factory.CreatePolygon() : CascadedPolygonUnion.Union(strips);
    }

    /// <summary>Draws the stretches of one limit as lines, in local metres.</summary>
    /// <param name="factory">Makes the lines.</param>
    /// <param name="network">The network.</param>
    /// <param name="reached">The reached stretches.</param>
    /// <param name="band">The limit.</param>
    public static LineString[] Lines(GeometryFactory factory, WalkNetwork network, ReachedEdges reached, int band)
    {
        var lines = new List<LineString>();
        for (var i = 0; i < reached.Edge.Length; i++)
        {
            if (reached.Band[i] == band)
            {
                var points = EdgeShape.Between(network.Edges, reached.Edge[i], reached.FromMm[i], reached.ToMm[i]);
                lines.Add(factory.CreateLineString([.. points.Select(p => new Coordinate(p.X, p.Y))]));
            }
        }

        return [.. lines];
    }
}
