using System.Numerics;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Isochrones;

/// <summary>
/// The stretches of edges that are reached from some points within rising limits, cut exactly where a limit ends. One
/// entry a stretch; a stretch belongs to the lowest limit that reaches it, so the stretches of all bands together are
/// what the largest limit reaches. Along a stretch the cost runs evenly from one end to the other: an edge is also cut
/// at the points themselves and where walks from its two ends meet. Stretches of one edge stand together, edges rise.
/// </summary>
/// <param name="Edge">Edge of each stretch.</param>
/// <param name="FromMm">Where each stretch begins, millimetres from the edge's first end.</param>
/// <param name="ToMm">Where each stretch ends, farther from the first end.</param>
/// <param name="FromCostMm">Cost where each stretch begins, paced millimetres.</param>
/// <param name="ToCostMm">Cost where each stretch ends, paced millimetres.</param>
/// <param name="Band">Place of each stretch's limit among the limits.</param>
public sealed record ReachedEdges(
    int[] Edge, int[] FromMm, int[] ToMm, int[] FromCostMm, int[] ToCostMm, int[] Band)
{
    private const int BitsOfWord = 64;

    /// <summary>Finds the reached stretches: one search for all limits.</summary>
    /// <param name="network">The network.</param>
    /// <param name="costs">Costs of walking from the points.</param>
    /// <param name="links">Links of the points.</param>
    /// <param name="points">The points to start from.</param>
    /// <param name="limitsMm">Limits in paced millimetres, rising.</param>
    /// <param name="search">Scratch of the network; afterwards it holds the search to the largest limit.</param>
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
        var starts = Starts(links, points);
        var reach = new EdgeReach(network, costs, search, limitsMm.ToArray());
        var touched = Touched(network, search, starts);
        var next = 0;
        for (var word = 0; word < touched.Length; word++)
        {
            for (var rest = touched[word]; rest != 0; rest &= rest - 1)
            {
                var edge = (word * BitsOfWord) + BitOperations.TrailingZeroCount(rest);
                var first = next;
                while (next < starts.Length && starts[next].Edge == edge)
                {
                    next++;
                }

                reach.Add(edge, starts.AsSpan(first..next));
            }
        }

        return reach.Stretches();
    }

    private static LinkPosition[] Starts(Linkage links, ReadOnlySpan<int> points)
    {
        var starts = new List<LinkPosition>();
        foreach (var point in points)
        {
            starts.AddRange(links.LinksOf(point));
        }

        starts.Sort((a, b) => (a.Edge, a.OffsetMm, a.AccessMm).CompareTo((b.Edge, b.OffsetMm, b.AccessMm)));
        return [.. starts];
    }

    // A bit an edge: read back it gives the edges rising and each once, without sorting.
    private static ulong[] Touched(WalkNetwork network, ShortestPathSearch search, LinkPosition[] starts)
    {
        var bits = new ulong[(network.EdgeCount + BitsOfWord - 1) / BitsOfWord];
        foreach (var start in starts)
        {
            bits[start.Edge / BitsOfWord] |= 1UL << start.Edge;
        }

        foreach (var node in search.Reached)
        {
            for (var a = network.FirstArc[node]; a < network.FirstArc[node + 1]; a++)
            {
                if (network.ArcEdge[a] is var edge and not WalkNetwork.NoEdge)
                {
                    bits[edge / BitsOfWord] |= 1UL << edge;
                }
            }
        }

        return bits;
    }
}
