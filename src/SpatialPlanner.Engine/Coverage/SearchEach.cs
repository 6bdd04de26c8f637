using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Engine.Work;

namespace SpatialPlanner.Engine.Coverage;

/// <summary>
/// One search an origin, on some threads. Works along the node numbers, which follow the ground, so that the memory
/// which one origin needs is there for the next; every row goes to its origin's own place.
/// </summary>
internal static class SearchEach
{
    // Neighbours stay on one thread, and there are enough shares to fill all threads to the end.
    private const int OriginsPerShare = 16;

    /// <summary>Finds the row of every origin.</summary>
    /// <typeparam name="TScratch">What a thread needs for itself.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="origins">Links of the origins.</param>
    /// <param name="threads">Number of threads.</param>
    /// <param name="scratch">Makes the scratch of a thread.</param>
    /// <param name="row">Finds the row of one origin.</param>
    /// <param name="progress">Told of the origins done, rising.</param>
    /// <param name="cancel">Cancels between two origins.</param>
    public static SparseRows Run<TScratch>(
        WalkNetwork network, Linkage origins, int threads, Func<TScratch> scratch,
        Func<TScratch, int, (int[] Column, int[] CostMm)> row, IProgress<int>? progress, CancellationToken cancel)
    {
        var order = AlongTheGround(network, origins);
        var rows = new (int[] Column, int[] CostMm)[order.Length];
        var (gate, done) = (new Lock(), 0);
        var shares = (order.Length + OriginsPerShare - 1) / OriginsPerShare;
        Workers.Run(shares, threads, scratch, (own, share) =>
        {
            var first = share * OriginsPerShare;
            var mine = order.AsSpan(first, Math.Min(OriginsPerShare, order.Length - first));
            foreach (var origin in mine)
            {
                cancel.ThrowIfCancellationRequested();
                rows[origin] = row(own, origin);
            }

            lock (gate)
            {
                progress?.Report(done += mine.Length);
            }
        }, cancel);
        return SparseRows.Of(rows, threads);
    }

    private static int[] AlongTheGround(WalkNetwork network, Linkage origins)
    {
        var keys = new int[origins.PointCount];
        for (var o = 0; o < keys.Length; o++)
        {
            keys[o] = origins.IsLinked(o) ? network.Edges.StartFrom[origins.Edge[origins.FirstLink[o]]] : int.MaxValue;
        }

        int[] order = [.. Enumerable.Range(0, keys.Length)];
        Array.Sort(keys, order);
        return order;
    }
}
