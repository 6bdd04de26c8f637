using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Coverage;

/// <summary>
/// Nodes that wait for their turn, in buckets of 8.2 m of cost. Unlike the ring of <see cref="ShortestPathSearch"/> it
/// takes entries any way ahead: a repair begins at the rim of an area, at many costs at once.
/// </summary>
internal sealed class CostBuckets
{
    private const int Shift = 13;
    private int[][] buckets = [];
    private int[] counts = [];
    private int current;
    private int next;
    private int waiting;

    /// <summary>Puts a node into the bucket of its cost; at or after the one that is being emptied.</summary>
    public void Push(int node, int costMm)
    {
        var b = costMm >> Shift;
        if (b >= buckets.Length)
        {
            Array.Resize(ref buckets, Math.Max(b + 1, buckets.Length * 2));
            Array.Resize(ref counts, buckets.Length);
        }

        if (waiting++ == 0)
        {
            (current, next) = (b, 0);
        }
        else if (b < current)
        {
            // Only while seeds come in: then nothing was taken yet.
            (current, next) = (b, 0);
        }

        buckets[b] ??= new int[16];
        if (counts[b] == buckets[b].Length)
        {
            Array.Resize(ref buckets[b], counts[b] * 2);
        }

        buckets[b][counts[b]++] = node;
    }

    /// <summary>Takes a node of the lowest bucket. It is out of date if its cost lies in another bucket by now.</summary>
    /// <returns>False where none waits.</returns>
    public bool TryTake(out int node, out int bucket)
    {
        (node, bucket) = (0, 0);
        if (waiting == 0)
        {
            return false;
        }

        while (next == counts[current])
        {
            counts[current++] = 0;
            next = 0;
        }

        (node, bucket) = (buckets[current][next++], current);
        if (--waiting == 0)
        {
            counts[current] = 0;
            next = 0;
        }

        return true;
    }

    /// <summary>The bucket of a cost.</summary>
    public static int Of(int costMm) => costMm >> Shift;
}
