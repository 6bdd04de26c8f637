namespace SpatialPlanner.Engine.Linking;

/// <summary>The links of a linkage sorted by their edge.</summary>
internal sealed class LinksByEdge
{
    private readonly int[] firstOfEdge;
    private readonly Entry[] entries;

    /// <summary>Sorts the links; those of an edge keep their order.</summary>
    /// <param name="linkage">The linkage.</param>
    public LinksByEdge(Linkage linkage)
    {
        var edges = linkage.Edge.Length == 0 ? 0 : linkage.Edge.Max() + 1;
        firstOfEdge = new int[edges + 1];
        foreach (var edge in linkage.Edge)
        {
            firstOfEdge[edge + 1]++;
        }

        for (var e = 0; e < edges; e++)
        {
            firstOfEdge[e + 1] += firstOfEdge[e];
        }

        var next = firstOfEdge.AsSpan().ToArray();
        entries = new Entry[linkage.Edge.Length];
        for (var p = 0; p < linkage.PointCount; p++)
        {
            for (var k = linkage.FirstLink[p]; k < linkage.FirstLink[p + 1]; k++)
            {
                entries[next[linkage.Edge[k]]++] = new Entry(p, linkage.OffsetMm[k], linkage.AccessMm[k]);
            }
        }
    }

    /// <summary>A link as its edge sees it.</summary>
    /// <param name="Point">Point.</param>
    /// <param name="OffsetMm">Position, millimetres from the edge's first end.</param>
    /// <param name="AccessMm">Leg off the network, millimetres.</param>
    public readonly record struct Entry(int Point, int OffsetMm, int AccessMm);

    /// <summary>The links on an edge, by point.</summary>
    /// <param name="edge">Edge.</param>
    public ReadOnlySpan<Entry> On(int edge) =>
        edge + 1 < firstOfEdge.Length ? entries.AsSpan(firstOfEdge[edge]..firstOfEdge[edge + 1]) : [];
}
