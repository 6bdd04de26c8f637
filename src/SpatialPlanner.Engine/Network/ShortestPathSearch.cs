using System.Numerics;
using SpatialPlanner.Engine.Linking;

namespace SpatialPlanner.Engine.Network;

/// <summary>
/// Bounded search from many sources at once, on one network: the cost to every node within a limit and the source it
/// came from. Scratch: make one a thread and use it again; it gives the same answer every time.
/// <para>
/// A bucket queue (Dial 1969) with buckets of 8.2 m, label-correcting inside a bucket. The buckets are a ring: no
/// entry lies farther ahead than the longest edge. An entry is a node alone and is live while the node's cost still
/// falls into its bucket, which halves the traffic of (cost, node) pairs. Ties go to the lower source.
/// </para>
/// </summary>
public sealed class ShortestPathSearch
{
    private const int BucketShift = 13;
    private readonly WalkNetwork network;
    private readonly int[] costMm;
    private readonly int[] source;
    private readonly int[] touched;
    private int touchedCount;
    private int[][] buckets = [];
    private int[] bucketCount = [];
    private int pending;

    /// <summary>Makes the scratch for a network.</summary>
    /// <param name="network">The network.</param>
    public ShortestPathSearch(WalkNetwork network)
    {
        this.network = network;
        costMm = new int[network.NodeCount];
        source = new int[network.NodeCount];
        touched = new int[network.NodeCount];
        Array.Fill(costMm, WalkCosts.Unreached);
        Array.Fill(source, int.MaxValue);
    }

    /// <summary>Cost of the last search to each node, or <see cref="WalkCosts.Unreached"/>.</summary>
    public ReadOnlySpan<int> CostMm => costMm;

    /// <summary>Source of the last search that each reached node came from.</summary>
    public ReadOnlySpan<int> Source => source;

    /// <summary>The nodes that the last search reached, in no order.</summary>
    public ReadOnlySpan<int> Reached => touched.AsSpan(0, touchedCount);

    /// <summary>Searches from the links of some points.</summary>
    /// <param name="costs">Costs of the network.</param>
    /// <param name="links">Links of the sources.</param>
    /// <param name="points">The sources, as points of <paramref name="links"/>; a point's number is its name.</param>
    /// <param name="limitMm">Largest cost looked at; it counts. At most <see cref="WalkCosts.LongestMm"/>.</param>
    public void Run(WalkCosts costs, Linkage links, ReadOnlySpan<int> points, int limitMm)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limitMm, WalkCosts.LongestMm);
        Reset();
        EnsureBuckets(costs, links, points);
        foreach (var point in points)
        {
            for (var k = links.FirstLink[point]; k < links.FirstLink[point + 1]; k++)
            {
                var edge = links.Edge[k];
                var part = costs.OfPart(network, edge, links.OffsetMm[k]);
                Seed(network.Edges.StartFrom[edge], links.AccessMm[k] + part, point, limitMm);
                Seed(network.Edges.StartTo[edge], links.AccessMm[k] + costs.EdgeMm[edge] - part, point, limitMm);
            }
        }

        Settle(costs.ArcMm, limitMm);
    }

    private void Reset()
    {
        foreach (var node in Reached)
        {
            costMm[node] = WalkCosts.Unreached;
            source[node] = int.MaxValue;
        }

        touchedCount = 0;
    }

    private void EnsureBuckets(WalkCosts costs, Linkage links, ReadOnlySpan<int> points)
    {
        var access = 0;
        foreach (var point in points)
        {
            for (var k = links.FirstLink[point]; k < links.FirstLink[point + 1]; k++)
            {
                access = Math.Max(access, links.AccessMm[k]);
            }
        }

        // A source starts at most one leg and one edge ahead of bucket 0; after that one edge is the farthest step.
        var needed = (int)BitOperations.RoundUpToPowerOf2((uint)(((long)costs.LongestEdgeMm + access) >> BucketShift) + 2);
        if (buckets.Length < needed)
        {
            var old = buckets.Length;
            Array.Resize(ref buckets, needed);
            Array.Resize(ref bucketCount, needed);
            for (var b = old; b < needed; b++)
            {
                buckets[b] = [];
            }
        }
    }

    private void Seed(int node, int cost, int point, int limitMm)
    {
        if (cost <= limitMm && (cost < costMm[node] || (cost == costMm[node] && point < source[node])))
        {
            Improve(node, cost, point);
        }
    }

    private void Improve(int node, int cost, int from)
    {
        if (costMm[node] == WalkCosts.Unreached)
        {
            touched[touchedCount++] = node;
        }

        costMm[node] = cost;
        source[node] = from;
        var b = (cost >> BucketShift) & (buckets.Length - 1);
        var bucket = buckets[b];
        if (bucketCount[b] == bucket.Length)
        {
            Array.Resize(ref bucket, Math.Max(16, bucket.Length * 2));
            buckets[b] = bucket;
        }

        bucket[bucketCount[b]++] = node;
        pending++;
    }

    private void Settle(int[] arcMm, int limitMm)
    {
        var (firstArc, head, cost, from) = (network.FirstArc, network.ArcHead, costMm, source);
        for (var b = 0; pending > 0; b++)
        {
            var slot = b & (buckets.Length - 1);
            for (var k = 0; k < bucketCount[slot]; k++)
            {
                var node = buckets[slot][k];
                var x = cost[node];
                if (x >> BucketShift != b)
                {
                    continue;
                }

                var s = from[node];
                for (var a = firstArc[node]; a < firstArc[node + 1]; a++)
                {
                    var (next, y) = (head[a], x + arcMm[a]);
                    if (y <= limitMm && (y < cost[next] || (y == cost[next] && s < from[next])))
                    {
                        Improve(next, y, s);
                    }
                }
            }

            pending -= bucketCount[slot];
            bucketCount[slot] = 0;
        }
    }
}
