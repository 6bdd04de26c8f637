using SpatialPlanner.Engine.Linking;

namespace SpatialPlanner.Engine.Network;

/// <summary>
/// Bounded search from many sources at once for the k nearest sources of every node. As
/// <see cref="ShortestPathSearch"/> a bucket queue, label-correcting inside a bucket, with k labels a node: a source
/// that is not among the k nearest of a node is not among those of any node behind it, since the k nearer ones reach
/// that first, ties going to the lower source throughout.
/// </summary>
internal sealed class KNearestSearch(WalkNetwork network, int k)
{
    private const int BucketShift = 13;
    private readonly List<List<(int Node, long Label)>> buckets = [];

    /// <summary>The labels of the nodes.</summary>
    public BestLabels Labels { get; } = new(network.NodeCount, k);

    /// <summary>Searches from the links of some points; once only.</summary>
    /// <param name="costs">Costs of the network.</param>
    /// <param name="links">Links of the sources.</param>
    /// <param name="points">The sources, as points of <paramref name="links"/>; a point's number is its name.</param>
    /// <param name="limitMm">Largest cost looked at; it counts.</param>
    public void Run(WalkCosts costs, Linkage links, ReadOnlySpan<int> points, int limitMm)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limitMm, WalkCosts.LongestMm);
        foreach (var point in points)
        {
            for (var l = links.FirstLink[point]; l < links.FirstLink[point + 1]; l++)
            {
                var (edge, offset, access) = (links.Edge[l], links.OffsetMm[l], links.AccessMm[l]);
                Offer(network.Edges.StartFrom[edge], access + costs.ToFirst(edge, offset), point, limitMm);
                Offer(network.Edges.StartTo[edge], access + costs.ToLast(edge, offset), point, limitMm);
            }
        }

        for (var b = 0; b < buckets.Count; b++)
        {
            for (var i = 0; i < buckets[b].Count; i++)
            {
                var (node, label) = buckets[b][i];
                if (Labels.Of(node).Contains(label))
                {
                    Relax(costs.Arcs, node, label, limitMm);
                }
            }

            buckets[b] = [];
        }
    }

    private void Relax(Arc[] arcs, int node, long label, int limitMm)
    {
        var (costMm, source) = (BestLabels.CostMm(label), BestLabels.Source(label));
        for (var a = network.FirstArc[node]; a < network.FirstArc[node + 1]; a++)
        {
            Offer(arcs[a].Head, costMm + arcs[a].CostMm, source, limitMm);
        }
    }

    private void Offer(int node, int costMm, int source, int limitMm)
    {
        if (costMm > limitMm)
        {
            return;
        }

        var label = BestLabels.Label(costMm, source);
        if (!Labels.Offer(node, label))
        {
            return;
        }

        var b = costMm >> BucketShift;
        while (buckets.Count <= b)
        {
            buckets.Add([]);
        }

        buckets[b].Add((node, label));
    }
}
