using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Engine.Work;

namespace SpatialPlanner.Engine.Isochrones;

/// <summary>Puts reached stretches on a field, piece by straight piece.</summary>
/// <param name="network">The network.</param>
/// <param name="reached">The stretches.</param>
/// <param name="rows">Rows of blocks of the field to write to; a thread has its own.</param>
/// <param name="walls">Says which side of which wall an edge lies on; null without walls.</param>
internal sealed class StreetStamp(
    WalkNetwork network, ReachedEdges reached, (int First, int Last) rows, WallSides? walls = null)
{
    private readonly StretchShape shape = new(network.Edges);
    private readonly List<(int From, int To)> stretches = [];

    /// <summary>Around the whole of every edge that has a stretch, metres.</summary>
    public static (double MinX, double MinY, double MaxX, double MaxY) Extent(EdgeColumns edges, ReachedEdges reached)
    {
        var (minX, minY, maxX, maxY) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach (var edge in reached.Edge)
        {
            for (var s = edges.FirstShapePoint[edge]; s < edges.FirstShapePoint[edge + 1]; s++)
            {
                (minX, maxX) = (Math.Min(minX, edges.ShapeX[s]), Math.Max(maxX, edges.ShapeX[s]));
                (minY, maxY) = (Math.Min(minY, edges.ShapeY[s]), Math.Max(maxY, edges.ShapeY[s]));
            }
        }

        return (minX, minY, maxX, maxY);
    }

    /// <summary>
    /// Stamps on some threads: each goes through all streets and writes to its own rows, so that each vertex sees them in
    /// the same order.
    /// </summary>
    /// <param name="field">Field to write to.</param>
    /// <param name="threads">Most threads to use.</param>
    /// <param name="streets">The streets for some rows of blocks.</param>
    /// <param name="stamp">Adds what is to be added.</param>
    public static void OnThreads(
        WalkField field, int threads, Func<(int First, int Last), StreetStamp> streets, Action<StreetStamp> stamp)
    {
        var (rows, parts) = (field.Grid.RowsOfBlocks, Math.Min(threads, field.Grid.RowsOfBlocks));
        Workers.Run(
            parts, threads, () => 0,
            (_, part) => stamp(streets((part * rows / parts, ((part + 1) * rows / parts) - 1))), CancellationToken.None);
    }

    /// <summary>Adds a stretch with its costs.</summary>
    /// <param name="field">Field of costs.</param>
    /// <param name="stretch">Stretch.</param>
    public void AddCosts(WalkField field, int stretch)
    {
        var from = reached.FromCostMm[stretch] / 1000f;
        Add(field, stretch, from, (reached.ToCostMm[stretch] / 1000f) - from);
    }

    /// <summary>Adds a stretch without costs, so that the field holds the distance to the nearest.</summary>
    /// <param name="field">Field of distances.</param>
    /// <param name="stretch">Stretch.</param>
    public void AddDistances(WalkField field, int stretch) => Add(field, stretch, 0, 0);

    /// <summary>
    /// Adds the streets and parts of streets near reached ground that are not reached themselves: who stands nearest to one of them walks from
    /// there, and not from the reached street behind.
    /// </summary>
    /// <param name="field">Field of costs, with all stretches.</param>
    /// <param name="streets">The streets that places are linked to, rising.</param>
    /// <param name="near">The ground of interest.</param>
    public void AddUnreached(WalkField field, List<int> streets, NearGround near)
    {
        var next = 0;
        foreach (var edge in streets)
        {
            while (next < reached.Edge.Length && reached.Edge[next] < edge)
            {
                next++;
            }

            var (first, unreachedMm) = (next, network.Edges.LengthMm[edge]);
            while (next < reached.Edge.Length && reached.Edge[next] == edge)
            {
                unreachedMm -= reached.ToMm[next] - reached.FromMm[next];
                next++;
            }

            if (unreachedMm > 0 && near.Touches(network.Edges, edge))
            {
                AddGaps(field, edge, first, next);
            }
        }
    }

    private void AddGaps(WalkField field, int edge, int firstStretch, int end)
    {
        stretches.Clear();
        for (var i = firstStretch; i < end; i++)
        {
            stretches.Add((reached.FromMm[i], reached.ToMm[i]));
        }

        stretches.Sort();
        stretches.Add((network.Edges.LengthMm[edge], network.Edges.LengthMm[edge]));
        var at = 0;
        foreach (var (from, to) in stretches)
        {
            if (from > at)
            {
                shape.Take(edge, at, from);
                AddShape(field, edge, WalkCosts.LongestMm, 0);
            }

            at = Math.Max(at, to);
        }
    }

    private void Add(WalkField field, int stretch, float from, float rise)
    {
        shape.Take(reached.Edge[stretch], reached.FromMm[stretch], reached.ToMm[stretch]);
        AddShape(field, reached.Edge[stretch], from, rise);
    }

    private void AddShape(WalkField field, int edge, float from, float rise)
    {
        var side = walls?.OfEdge(edge) ?? PlaceLinker.Outside;
        for (var p = 0; p + 1 < shape.Count; p++)
        {
            var (a, b) = (shape[p], shape[p + 1]);
            field.Add((a.X, a.Y), (b.X, b.Y), from + (a.Share * rise), from + (b.Share * rise), side, rows);
        }
    }
}
