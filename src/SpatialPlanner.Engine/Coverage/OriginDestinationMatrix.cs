using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Coverage;

/// <summary>
/// Walks from origins to destinations within a limit: one search an origin, which looks only at the destinations next
/// to the nodes that it reaches, so that the work grows with the pairs and not with origins × destinations.
/// </summary>
public static class OriginDestinationMatrix
{
    /// <summary>Finds the destinations within a limit of every origin.</summary>
    /// <param name="network">The network.</param>
    /// <param name="costs">Costs of walking from the origins.</param>
    /// <param name="origins">Links of the origins, which are the rows.</param>
    /// <param name="destinations">Links of the destinations, which are the columns; they rise within a row.</param>
    /// <param name="limitMm">Largest cost looked at; it counts.</param>
    /// <param name="threads">Number of threads; the answer is the same for each.</param>
    /// <param name="progress">Told of the origins done, rising.</param>
    /// <param name="cancel">Cancels between two origins.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="OverflowException">More than about two thousand million pairs.</exception>
    public static SparseRows Find(
        WalkNetwork network, WalkCosts costs, Linkage origins, Linkage destinations, int limitMm, int threads = 1,
        IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        var next = new ArrivalsByNode(destinations.ArrivalsBy(network, costs), network.NodeCount);
        return SearchEach.Run(
            network, origins, threads, () => new RowSearch(network, costs, origins, destinations, next),
            (search, origin) => search.Row(origin, limitMm), progress, cancel);
    }

    /// <summary>Finds the nodes within a limit of every origin; those of a row are in no order.</summary>
    /// <param name="network">The network.</param>
    /// <param name="costs">Costs of walking from the origins.</param>
    /// <param name="origins">Links of the origins, which are the rows.</param>
    /// <param name="limitMm">Largest cost looked at; it counts.</param>
    /// <param name="threads">Number of threads; the answer is the same for each.</param>
    /// <param name="progress">Told of the origins done, rising.</param>
    /// <param name="cancel">Cancels between two origins.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="OverflowException">More than about two thousand million pairs.</exception>
    public static SparseRows FindNodes(
        WalkNetwork network, WalkCosts costs, Linkage origins, int limitMm, int threads = 1,
        IProgress<int>? progress = null, CancellationToken cancel = default) =>
        SearchEach.Run(
            network, origins, threads, () => new ShortestPathSearch(network), (search, origin) =>
            {
                search.Run(costs, origins, [origin], limitMm);
                var nodes = search.Reached.ToArray();
                var cost = new int[nodes.Length];
                for (var i = 0; i < cost.Length; i++)
                {
                    cost[i] = search.CostMm(nodes[i]);
                }

                return (nodes, cost);
            }, progress, cancel);

    /// <summary>The scratch of a thread.</summary>
    private sealed class RowSearch(
        WalkNetwork network, WalkCosts costs, Linkage origins, Linkage destinations, ArrivalsByNode next)
    {
        private readonly ShortestPathSearch search = new(network);
        private readonly int[] best = Unreached(destinations.PointCount);
        private readonly List<int> touched = [];

        public (int[] Column, int[] CostMm) Row(int origin, int limitMm)
        {
            search.Run(costs, origins, [origin], limitMm);
            foreach (var node in search.Reached)
            {
                var cost = search.CostMm(node);
                foreach (var (point, legMm) in next.From(node))
                {
                    Offer(point, cost + legMm, limitMm);
                }
            }

            OfferAlongEdges(origin, limitMm);
            return TakeRow();
        }

        private void OfferAlongEdges(int origin, int limitMm)
        {
            for (var k = origins.FirstLink[origin]; k < origins.FirstLink[origin + 1]; k++)
            {
                var edge = origins.Edge[k];
                foreach (var (point, offsetMm, accessMm) in destinations.ByEdge.On(edge))
                {
                    var along = costs.Along(edge, origins.OffsetMm[k], offsetMm);
                    Offer(point, origins.AccessMm[k] + along + accessMm, limitMm);
                }
            }
        }

        private void Offer(int point, int costMm, int limitMm)
        {
            if (costMm > limitMm || costMm >= best[point])
            {
                return;
            }

            if (best[point] == WalkCosts.Unreached)
            {
                touched.Add(point);
            }

            best[point] = costMm;
        }

        private (int[] Column, int[] CostMm) TakeRow()
        {
            touched.Sort();
            int[] column = [.. touched];
            var cost = new int[column.Length];
            for (var i = 0; i < cost.Length; i++)
            {
                (cost[i], best[column[i]]) = (best[column[i]], WalkCosts.Unreached);
            }

            touched.Clear();
            return (column, cost);
        }

        private static int[] Unreached(int count)
        {
            var costs = new int[count];
            Array.Fill(costs, WalkCosts.Unreached);
            return costs;
        }
    }
}
