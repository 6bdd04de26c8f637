namespace SpatialPlanner.Engine.Network;

/// <summary>Connected parts of a network, by union–find with path halving. Directions do not matter to it.</summary>
internal static class NetworkComponents
{
    /// <summary>
    /// Labels each edge with its part; parts are numbered by falling size, ties by lowest edge. A closed edge joins
    /// nothing and is a part of its own.
    /// </summary>
    public static (int[] OfEdge, int[] EdgeCount) Label(EdgeColumns edges, ArcColumns arcs)
    {
        var parent = new int[arcs.NodeCount];
        for (var v = 0; v < parent.Length; v++)
        {
            parent[v] = v;
        }

        JoinCopies(parent, edges, arcs);
        for (var e = 0; e < edges.Count; e++)
        {
            if (edges.Passage[e] != EdgePassage.Closed)
            {
                Join(parent, edges.StartFrom[e], edges.StartTo[e]);
            }
        }

        var edgesOfRoot = new int[parent.Length];
        var firstEdgeOfRoot = new int[parent.Length];
        for (var e = edges.Count - 1; e >= 0; e--)
        {
            if (edges.Passage[e] != EdgePassage.Closed)
            {
                var root = Root(parent, edges.StartFrom[e]);
                edgesOfRoot[root]++;
                firstEdgeOfRoot[root] = e;
            }
        }

        var roots = Enumerable.Range(0, parent.Length).Where(v => edgesOfRoot[v] > 0)
            .OrderByDescending(v => edgesOfRoot[v]).ThenBy(v => firstEdgeOfRoot[v]).ToArray();
        var label = new int[parent.Length];
        for (var k = 0; k < roots.Length; k++)
        {
            label[roots[k]] = k;
        }

        List<int> sizes = [.. roots.Select(r => edgesOfRoot[r])];
        var ofEdge = new int[edges.Count];
        for (var e = 0; e < ofEdge.Length; e++)
        {
            if (edges.Passage[e] == EdgePassage.Closed)
            {
                ofEdge[e] = sizes.Count;
                sizes.Add(1);
            }
            else
            {
                ofEdge[e] = label[Root(parent, edges.StartFrom[e])];
            }
        }

        return (ofEdge, [.. sizes]);
    }

    /// <summary>The copies of a junction's node are one place.</summary>
    private static void JoinCopies(int[] parent, EdgeColumns edges, ArcColumns arcs)
    {
        for (var v = 0; v < arcs.NodeCount; v++)
        {
            for (var a = arcs.First[v]; a < arcs.First[v + 1]; a++)
            {
                if (arcs.Edge[a] == ArcColumns.NoEdge)
                {
                    Join(parent, v, arcs.Head[a]);
                }
            }
        }

        for (var e = 0; e < edges.Count; e++)
        {
            if (edges.ResidentsOnly[e])
            {
                Join(parent, edges.StartFrom[e], edges.EndFrom[e]);
                Join(parent, edges.StartTo[e], edges.EndTo[e]);
            }
        }
    }

    private static void Join(int[] parent, int a, int b)
    {
        (a, b) = (Root(parent, a), Root(parent, b));
        parent[Math.Max(a, b)] = Math.Min(a, b);
    }

    private static int Root(int[] parent, int node)
    {
        while (parent[node] != node)
        {
            parent[node] = parent[parent[node]];
            node = parent[node];
        }

        return node;
    }
}
