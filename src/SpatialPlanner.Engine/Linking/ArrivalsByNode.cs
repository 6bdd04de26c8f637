namespace SpatialPlanner.Engine.Linking;

/// <summary>The arrivals of points sorted by the node they come from: what a walk that reaches a node reaches next.</summary>
internal sealed class ArrivalsByNode
{
    private readonly int[] firstOfNode;
    private readonly Entry[] entries;

    /// <summary>Sorts arrivals.</summary>
    /// <param name="arrivals">The arrivals.</param>
    /// <param name="nodeCount">Number of nodes of the network.</param>
    public ArrivalsByNode(Arrivals arrivals, int nodeCount)
    {
        firstOfNode = new int[nodeCount + 1];
        foreach (var arrival in arrivals.Entries)
        {
            firstOfNode[arrival.Node + 1]++;
        }

        for (var v = 0; v < nodeCount; v++)
        {
            firstOfNode[v + 1] += firstOfNode[v];
        }

        var next = firstOfNode.AsSpan().ToArray();
        entries = new Entry[arrivals.Entries.Length];
        for (var p = 0; p + 1 < arrivals.First.Length; p++)
        {
            foreach (var (node, legMm) in arrivals.Entries.AsSpan(arrivals.First[p]..arrivals.First[p + 1]))
            {
                entries[next[node]++] = new Entry(p, legMm);
            }
        }
    }

    /// <summary>A point next to a node.</summary>
    /// <param name="Point">Point.</param>
    /// <param name="LegMm">Cost from the node to the point.</param>
    public readonly record struct Entry(int Point, int LegMm);

    /// <summary>The points next to a node.</summary>
    /// <param name="node">Node.</param>
    public ReadOnlySpan<Entry> From(int node) => entries.AsSpan(firstOfNode[node]..firstOfNode[node + 1]);
}
