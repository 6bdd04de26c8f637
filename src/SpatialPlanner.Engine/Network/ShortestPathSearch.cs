using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SpatialPlanner.Engine.Linking;

namespace SpatialPlanner.Engine.Network;

/// <summary>
/// Bounded search from many sources at once, on one network: the cost to every node within a limit and the source it
/// came from. Scratch: make one a thread and use it again; it gives the same answer every time.
/// <para>
/// A bucket queue (Dial 1969) with buckets of 8.2 m, label-correcting inside a bucket. The buckets are a ring: no
/// entry lies farther ahead than the longest edge. An entry is a node alone and is live while the node's cost still
/// falls into its bucket, which halves the traffic of (cost, node) pairs. A label is one word, the cost above the
/// source, so that one comparison decides both and ties go to the lower source.
/// </para>
/// <para>
/// With many sources, one bucket's nodes lie all over the network, and reading them is what the time goes into. So the
/// loop asks for the memory of entries further on in the bucket while it works on this one.
/// </para>
/// </summary>
public sealed class ShortestPathSearch
{
    /// <summary>A label is a cost so far to the left, and the source below it.</summary>
    internal const int CostShift = 32;

    private const int BucketShift = 13;
    private const long NoLabel = long.MaxValue;

    // Entries ahead at which labels and arc numbers, arcs, and the labels at the arcs' heads are asked for: each step
    // reads what the one before it has fetched.
    private const int FarAhead = 16;
    private const int HalfAhead = 8;
    private const int NearAhead = 4;
    private readonly WalkNetwork network;
    private readonly long[] labels;
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
        labels = new long[network.NodeCount];
        touched = new int[network.NodeCount];
        Array.Fill(labels, NoLabel);
    }

    /// <summary>The nodes that the last search reached, in no order.</summary>
    public ReadOnlySpan<int> Reached => touched.AsSpan(0, touchedCount);

    /// <summary>Cost of the last search to a node, or <see cref="WalkCosts.Unreached"/>.</summary>
    /// <param name="node">Node.</param>
    public int CostMm(int node) => (int)(labels[node] >> CostShift);

    /// <summary>Source of the last search that a reached node came from.</summary>
    /// <param name="node">Node.</param>
    public int Source(int node) => (int)labels[node];

    /// <summary>The labels of all nodes: cost and source in one word, so that the lower is the better one.</summary>
    internal ReadOnlySpan<long> Labels => labels;

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
                var (edge, offset, access) = (links.Edge[k], links.OffsetMm[k], links.AccessMm[k]);
                Seed(network.Edges.StartFrom[edge], access + costs.ToFirst(edge, offset), point, limitMm);
                Seed(network.Edges.StartTo[edge], access + costs.ToLast(edge, offset), point, limitMm);
            }
        }

        Settle(costs.Arcs, limitMm);
    }

    /// <summary>Wipes what the last search wrote: node by node, or where that was much the whole in one sweep.</summary>
    private void Reset()
    {
        if (touchedCount > labels.Length / 8)
        {
            Array.Fill(labels, NoLabel);
        }
        else
        {
            foreach (var node in Reached)
            {
                labels[node] = NoLabel;
            }
        }

        touchedCount = 0;
    }

    private static long Label(int costMm, int source) => ((long)costMm << CostShift) | (uint)source;

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

    private void Seed(int node, int costMm, int source, int limitMm)
    {
        var label = Label(costMm, source);
        if (costMm <= limitMm && label < labels[node])
        {
            if (labels[node] == NoLabel)
            {
                touched[touchedCount++] = node;
            }

            labels[node] = label;
            Push(node, costMm);
        }
    }

    private void Push(int node, int costMm)
    {
        var b = (costMm >> BucketShift) & (buckets.Length - 1);
        var bucket = buckets[b];
        var count = bucketCount[b];
        if (count == bucket.Length)
        {
            bucket = Grow(b);
        }

        bucket[count] = node;
        bucketCount[b] = count + 1;
        pending++;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int[] Grow(int b)
    {
        Array.Resize(ref buckets[b], Math.Max(16, buckets[b].Length * 2));
        return buckets[b];
    }

    /// <summary>
    /// Empties the buckets in turn. References without bounds checks: node and arc numbers are those of the network, which
    /// made them.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Settle(Arc[] arcs, int limitMm)
    {
        var highest = Label(limitMm, -1);
        var (queue, counts, mask) = (buckets, bucketCount, buckets.Length - 1);
        var (reached, reachedCount, waiting) = (touched, touchedCount, pending);
        ref var label = ref MemoryMarshal.GetArrayDataReference(labels);
        ref var firstArc = ref MemoryMarshal.GetArrayDataReference(network.FirstArc);
        ref var firstOfAll = ref MemoryMarshal.GetArrayDataReference(arcs);
        for (var b = 0; waiting > 0; b++)
        {
            var slot = b & mask;
            for (var k = 0; k < counts[slot]; k++)
            {
                var entries = queue[slot];
                if (k + FarAhead < counts[slot])
                {
                    LookAhead(entries, k, ref label, ref firstArc, ref firstOfAll);
                }

                var node = entries[k];
                var here = Unsafe.Add(ref label, node);
                if ((int)(here >> (CostShift + BucketShift)) != b)
                {
                    continue;
                }

                var end = Unsafe.Add(ref firstArc, node + 1);
                for (var a = Unsafe.Add(ref firstArc, node); a < end; a++)
                {
                    var arc = Unsafe.Add(ref firstOfAll, a);
                    var there = here + ((long)arc.CostMm << CostShift);
                    ref var next = ref Unsafe.Add(ref label, arc.Head);
                    if (there >= next || there > highest)
                    {
                        continue;
                    }

                    if (next == NoLabel)
                    {
                        reached[reachedCount++] = arc.Head;
                    }

                    next = there;
                    var ahead = (int)(there >> (CostShift + BucketShift)) & mask;
                    var (bucket, count) = (queue[ahead], counts[ahead]);
                    if ((uint)count >= (uint)bucket.Length)
                    {
                        bucket = Grow(ahead);
                    }

                    bucket[count] = arc.Head;
                    counts[ahead] = count + 1;
                    waiting++;
                }
            }

            waiting -= counts[slot];
            counts[slot] = 0;
        }

        (touchedCount, pending) = (reachedCount, 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LookAhead(int[] entries, int k, ref long label, ref int firstArc, ref Arc firstOfAll)
    {
        var far = entries[k + FarAhead];
        Prefetch.Read(ref Unsafe.Add(ref label, far));
        Prefetch.Read(ref Unsafe.Add(ref firstArc, far));
        Prefetch.Read(ref Unsafe.Add(ref firstOfAll, Unsafe.Add(ref firstArc, entries[k + HalfAhead])));
        var near = entries[k + NearAhead];
        var end = Unsafe.Add(ref firstArc, near + 1);
        for (var a = Unsafe.Add(ref firstArc, near); a < end; a++)
        {
            Prefetch.Read(ref Unsafe.Add(ref label, Unsafe.Add(ref firstOfAll, a).Head));
        }
    }
}
