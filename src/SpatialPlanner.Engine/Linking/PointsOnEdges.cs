namespace SpatialPlanner.Engine.Linking;

/// <summary>The points of a linkage by the edges that they are linked to; a point may stand on an edge twice.</summary>
internal sealed class PointsOnEdges
{
    private readonly int[] first;
    private readonly int[] points;

    private PointsOnEdges(int[] first, int[] points) => (this.first, this.points) = (first, points);

    /// <summary>Sorts the points of a linkage by edge.</summary>
    public static PointsOnEdges Of(Linkage links, int edgeCount)
    {
        var first = new int[edgeCount + 1];
        foreach (var edge in links.Edge)
        {
            first[edge + 1]++;
        }

        for (var e = 0; e < edgeCount; e++)
        {
            first[e + 1] += first[e];
        }

        var (next, points) = (first.AsSpan(0, edgeCount).ToArray(), new int[links.Edge.Length]);
        for (var p = 0; p < links.PointCount; p++)
        {
            for (var k = links.FirstLink[p]; k < links.FirstLink[p + 1]; k++)
            {
                points[next[links.Edge[k]]++] = p;
            }
        }

        return new PointsOnEdges(first, points);
    }

    /// <summary>The points on an edge, rising.</summary>
    public ReadOnlySpan<int> On(int edge) =>
        edge + 1 < first.Length ? points.AsSpan(first[edge], first[edge + 1] - first[edge]) : [];
}
