using NetTopologySuite.Geometries;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Engine.Work;

namespace SpatialPlanner.Engine.Isochrones;

/// <summary>
/// Draws what is reached as one polygon a limit: the ground from which (or to which) the walk keeps within the limit,
/// where one walks straight between a place and the street nearest to it on its side of the walls, as buildings are
/// linked. A raster of that cost, and the border of what is at most the limit.
/// </summary>
public static class ContourPolygons
{
    /// <summary>
    /// How far from a street the ground still belongs to it, metres: as far as a place is linked. Farther off nobody is
    /// counted as reached, so there the polygon has a hole.
    /// </summary>
    public const double ReachMetres = District.LinkLimitMetres;

    /// <summary>
    /// How much farther than the largest limit to search, paced millimetres: the border lies between vertices, and the
    /// one beyond it needs its cost too.
    /// </summary>
    public const int BeyondMm = 100_000;

    private const double FinestCellMetres = 8;

    // With larger cells a street could pass between vertices.
    private const double CoarsestCellMetres = 128;

    private const int MostVertices = 400_000;

    /// <summary>The limits and one beyond them, for <see cref="ReachedEdges.Find"/>.</summary>
    /// <param name="limitsMm">Limits in paced millimetres, rising.</param>
    public static int[] WithOneBeyond(ReadOnlySpan<int> limitsMm) =>
        limitsMm[^1] > WalkCosts.LongestMm - BeyondMm ? limitsMm.ToArray() : [.. limitsMm, limitsMm[^1] + BeyondMm];

    /// <summary>Draws the polygons, one for each limit, in local metres.</summary>
    /// <param name="network">The network.</param>
    /// <param name="reached">What is reached within <see cref="WithOneBeyond"/> of the limits.</param>
    /// <param name="limitsMm">Limits in paced millimetres, rising.</param>
    /// <param name="linker">Knows the streets that places are linked to; null where no others are near.</param>
    /// <param name="threads">Most threads to use; the polygons are the same for each number.</param>
    public static Geometry[] Draw(
        WalkNetwork network, ReachedEdges reached, int[] limitsMm, PlaceLinker? linker = null, int threads = 1)
    {
        var factory = new GeometryFactory();
        var polygons = new Geometry[limitsMm.Length];
        if (reached.Edge.Length == 0)
        {
            Array.Fill(polygons, factory.CreatePolygon());
            return polygons;
        }

        var walls = linker?.Compounds.Count > 0 ? new WallSides(linker) : null;
        var grid = FieldGrid.Around(
            StreetStamp.Extent(network.Edges, reached), ReachMetres, FinestCellMetres, CoarsestCellMetres, MostVertices);
        using var field = new WalkField(grid, ReachMetres, walls?.OfVertices(grid));
        StreetStamp.OnThreads(field, threads, rows => new StreetStamp(network, reached, rows, walls), streets =>
        {
            for (var i = 0; i < reached.Edge.Length; i++)
            {
                streets.AddCosts(field, i);
            }
        });
        if (linker is not null)
        {
            var (near, others) = (new NearGround(field, limitsMm[^1] / 1000f), linker.EdgesWithin(grid.Box));
            StreetStamp.OnThreads(
                field, threads, rows => new StreetStamp(network, reached, rows, walls),
                streets => streets.AddUnreached(field, others, near));
        }

        field.Trim();
        var levels = new LevelSet(field);
        Workers.Run(
            polygons.Length, threads, () => factory,
            (f, band) => polygons[band] = RingAssembly.Polygons(f, levels.Rings(limitsMm[band] / 1000f)),
            CancellationToken.None);
        return polygons;
    }
}
