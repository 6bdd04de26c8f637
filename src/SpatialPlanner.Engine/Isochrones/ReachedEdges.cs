using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Isochrones;

/// <summary>
/// The stretches of edges that are reached from some points within rising limits, cut exactly where a limit ends. One
/// entry a stretch, by edge and position; a stretch belongs to the lowest limit that reaches it, so the stretches of
/// all bands together are what the largest limit reaches.
/// </summary>
/// <param name="Edge">Edge of each stretch.</param>
/// <param name="FromMm">Where each stretch begins, millimetres from the edge's first end.</param>
/// <param name="ToMm">Where each stretch ends.</param>
/// <param name="Band">Place of each stretch's limit among the limits.</param>
public sealed record ReachedEdges(int[] Edge, int[] FromMm, int[] ToMm, int[] Band)
{
    /// <summary>Finds the reached stretches: one search for all limits.</summary>
    /// <param name="network">The network.</param>
    /// <param name="costs">Costs of the network.</param>
    /// <param name="links">Links of the points.</param>
    /// <param name="points">The points to start from.</param>
    /// <param name="limitsMm">Limits in paced millimetres, rising.</param>
    /// <param name="search">Scratch of the network.</param>
    public static ReachedEdges Find(
        WalkNetwork network, WalkCosts costs, Linkage links, ReadOnlySpan<int> points, ReadOnlySpan<int> limitsMm,
        ShortestPathSearch search)
    {
        for (var i = 1; i < limitsMm.Length; i++)
        {
            if (limitsMm[i] <= limitsMm[i - 1])
            {
                throw new ArgumentException("Give the limits rising and each once.", nameof(limitsMm));
            }
        }

        search.Run(costs, links, points, limitsMm[^1]);
        var starts = StartsByEdge(links, points);
        var stretches = new List<(int Edge, int From, int To, int Band)>();
        foreach (var edge in TouchedEdges(network, search, starts))
        {
            var cost = new CostAlongEdge(network, costs, search, edge, starts.GetValueOrDefault(edge));
            AddBands(stretches, cost, edge, limitsMm);
        }

        return new ReachedEdges(
            [.. stretches.Select(s => s.Edge)], [.. stretches.Select(s => s.From)],
            [.. stretches.Select(s => s.To)], [.. stretches.Select(s => s.Band)]);
    }

    private static Dictionary<int, List<LinkPosition>> StartsByEdge(Linkage links, ReadOnlySpan<int> points)
    {
        var starts = new Dictionary<int, List<LinkPosition>>();
        foreach (var point in points)
        {
            foreach (var link in links.LinksOf(point))
            {
                if (!starts.TryGetValue(link.Edge, out var list))
                {
                    starts[link.Edge] = list = [];
                }

                list.Add(link);
            }
        }

        return starts;
    }

    private static SortedSet<int> TouchedEdges(
        WalkNetwork network, ShortestPathSearch search, Dictionary<int, List<LinkPosition>> starts)
    {
        var edges = new SortedSet<int>(starts.Keys);
        foreach (var node in search.Reached)
        {
            for (var a = network.FirstArc[node]; a < network.FirstArc[node + 1]; a++)
            {
                if (network.ArcEdge[a] != WalkNetwork.NoEdge)
                {
                    edges.Add(network.ArcEdge[a]);
                }
            }
        }

        return edges;
    }

    private static void AddBands(
        List<(int Edge, int From, int To, int Band)> stretches, CostAlongEdge cost, int edge,
        ReadOnlySpan<int> limitsMm)
    {
        List<(int From, int To)> before = [];
        for (var band = 0; band < limitsMm.Length; band++)
        {
            var reached = cost.Within(limitsMm[band]);
            foreach (var (from, to) in Intervals.Without(reached, before))
            {
                stretches.Add((edge, from, to, band));
            }

            before = reached;
        }
    }
}
