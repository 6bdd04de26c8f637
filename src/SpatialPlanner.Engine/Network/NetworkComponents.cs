namespace SpatialPlanner.Engine.Network;

/// <summary>Connected parts of a network, by union–find with path halving.</summary>
internal static class NetworkComponents
{
    /// <summary>Labels each edge with its part; parts are numbered by falling size, ties by lowest edge.</summary>
    public static (int[] OfEdge, int[] EdgeCount) Label(int junctions, List<int> from, List<int> to)
    {
        var parent = new int[junctions];
        for (var j = 0; j < junctions; j++)
        {
            parent[j] = j;
        }

        for (var e = 0; e < from.Count; e++)
        {
            var (a, b) = (Root(parent, from[e]), Root(parent, to[e]));
            parent[Math.Max(a, b)] = Math.Min(a, b);
        }

        var edgesOfRoot = new int[junctions];
        var firstEdgeOfRoot = new int[junctions];
        for (var e = from.Count - 1; e >= 0; e--)
        {
            var root = Root(parent, from[e]);
            edgesOfRoot[root]++;
            firstEdgeOfRoot[root] = e;
        }

        var roots = Enumerable.Range(0, junctions).Where(j => edgesOfRoot[j] > 0)
            .OrderByDescending(j => edgesOfRoot[j]).ThenBy(j => firstEdgeOfRoot[j]).ToArray();
        var label = new int[junctions];
        for (var k = 0; k < roots.Length; k++)
        {
            label[roots[k]] = k;
        }

        var ofEdge = new int[from.Count];
        for (var e = 0; e < ofEdge.Length; e++)
        {
            ofEdge[e] = label[Root(parent, from[e])];
        }

        return (ofEdge, Array.ConvertAll(roots, r => edgesOfRoot[r]));
    }

    private static int Root(int[] parent, int junction)
    {
        while (parent[junction] != junction)
        {
            parent[junction] = parent[parent[junction]];
            junction = parent[junction];
        }

        return junction;
    }
}
