using NetTopologySuite.Geometries;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Isochrones;

/// <summary>Draws reached stretches as lines.</summary>
public static class StretchLines
{
    /// <summary>The line of one stretch, in local metres.</summary>
    /// <param name="factory">Makes the line.</param>
    /// <param name="network">The network.</param>
    /// <param name="reached">The reached stretches.</param>
    /// <param name="stretch">Stretch.</param>
    public static LineString Of(GeometryFactory factory, WalkNetwork network, ReachedEdges reached, int stretch)
    {
        var points = EdgeShape.Between(
            network.Edges, reached.Edge[stretch], reached.FromMm[stretch], reached.ToMm[stretch]);
        return factory.CreateLineString([.. points.Select(p => new Coordinate(p.X, p.Y))]);
    }
}
