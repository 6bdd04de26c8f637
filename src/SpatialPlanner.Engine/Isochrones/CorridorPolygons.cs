using NetTopologySuite.Geometries;
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

    private const double FinestCellMetres = 8;

    // With larger cells a street could pass between vertices.
    private const double CoarsestCellMetres = 32;

    private const int MostVertices = 400_000;

    /// <summary>Draws the polygons, one for each limit, in local metres.</summary>
    /// <param name="network">The network.</param>
    /// <param name="reached">The reached stretches.</param>
    /// <param name="bandCount">Number of limits.</param>
    /// <param name="threads">Most threads to use; the polygons are the same for each number.</param>
    public static Geometry[] Draw(WalkNetwork network, ReachedEdges reached, int bandCount, int threads = 1)
    {
        var factory = new GeometryFactory();
        var polygons = new Geometry[bandCount];
        if (reached.Edge.Length == 0)
        {
            Array.Fill(polygons, factory.CreatePolygon());
            return polygons;
        }

        var grid = FieldGrid.Around(
            StreetStamp.Extent(network.Edges, reached), HalfWidthMetres, FinestCellMetres, CoarsestCellMetres, MostVertices);
        using var field = new WalkField(grid, HalfWidthMetres);
        var levels = new LevelSet(field);
        for (var band = 0; band < bandCount; band++)
        {
            var added = band;
            StreetStamp.OnThreads(field, threads, rows => new StreetStamp(network, reached, rows), streets =>
            {
                for (var i = 0; i < reached.Edge.Length; i++)
                {
                    if (reached.Band[i] == added)
                    {
                        streets.AddDistances(field, i);
                    }
                }
            });
            polygons[band] = RingAssembly.Polygons(factory, levels.Rings((float)HalfWidthMetres));
        }

        return polygons;
    }
}
