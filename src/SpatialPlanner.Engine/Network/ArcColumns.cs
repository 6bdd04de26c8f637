namespace SpatialPlanner.Engine.Network;

/// <summary>
/// The arcs of a network in compressed rows, by the node they leave. Every way between two nodes has an arc in each
/// direction, closed or not, so that the arcs into a node are the arcs out of it, turned round.
/// </summary>
public sealed class ArcColumns
{
    /// <summary>Edge of the one-way steps of length 0 between the copies of a node.</summary>
    public const int NoEdge = -1;

    private ArcColumns(int[] first, int[] head, int[] edge, bool[] isForward)
    {
        First = first;
        Head = head;
        Edge = edge;
        IsForward = isForward;
    }

    /// <summary>An arc before it has its place.</summary>
    /// <param name="Tail">Node that it leaves.</param>
    /// <param name="Head">Node at its end.</param>
    /// <param name="Edge">Edge, or <see cref="NoEdge"/>.</param>
    /// <param name="IsForward">True along the edge's own direction, and for the step that can be taken.</param>
    public readonly record struct Row(int Tail, int Head, int Edge, bool IsForward);

    /// <summary>First arc of each node, and one entry more: the number of arcs.</summary>
    public int[] First { get; }

    /// <summary>Node at the end of each arc.</summary>
    public int[] Head { get; }

    /// <summary>Edge of each arc, or <see cref="NoEdge"/>.</summary>
    public int[] Edge { get; }

    /// <summary>True where the arc goes from the edge's first end to the last; of steps the one that can be taken.</summary>
    public bool[] IsForward { get; }

    /// <summary>Number of nodes.</summary>
    public int NodeCount => First.Length - 1;

    /// <summary>Number of arcs.</summary>
    public int Count => Head.Length;

    /// <summary>Adds the arcs of an edge: both directions, and on residents' edges between both copies of the nodes.</summary>
    /// <param name="rows">Takes the arcs.</param>
    /// <param name="edges">The edges.</param>
    /// <param name="edge">The edge.</param>
    public static void AddEdge(List<Row> rows, EdgeColumns edges, int edge)
    {
        rows.Add(new(edges.StartFrom[edge], edges.StartTo[edge], edge, true));
        rows.Add(new(edges.StartTo[edge], edges.StartFrom[edge], edge, false));
        if (edges.ResidentsOnly[edge])
        {
            rows.Add(new(edges.EndFrom[edge], edges.EndTo[edge], edge, true));
            rows.Add(new(edges.EndTo[edge], edges.EndFrom[edge], edge, false));
        }
    }

    /// <summary>Adds a one-way step of length 0.</summary>
    /// <param name="rows">Takes the arcs.</param>
    /// <param name="from">Node that is left.</param>
    /// <param name="to">Node that is entered.</param>
    public static void AddStep(List<Row> rows, int from, int to)
    {
        rows.Add(new(from, to, NoEdge, true));
        rows.Add(new(to, from, NoEdge, false));
    }

    /// <summary>Sorts arcs into rows; the arcs of a node keep their order.</summary>
    /// <param name="rows">The arcs.</param>
    /// <param name="nodeCount">Number of nodes.</param>
    public static ArcColumns Of(List<Row> rows, int nodeCount)
    {
        var first = new int[nodeCount + 1];
        foreach (var row in rows)
        {
            first[row.Tail + 1]++;
        }

        for (var v = 0; v < nodeCount; v++)
        {
            first[v + 1] += first[v];
        }

        var next = first.AsSpan(0, nodeCount).ToArray();
        var (head, edge, isForward) = (new int[rows.Count], new int[rows.Count], new bool[rows.Count]);
        foreach (var row in rows)
        {
            var slot = next[row.Tail]++;
            (head[slot], edge[slot], isForward[slot]) = (row.Head, row.Edge, row.IsForward);
        }

        return new ArcColumns(first, head, edge, isForward);
    }

    /// <summary>
    /// These arcs with some taken away and some added, at once for the whole: a node without a change keeps its row.
    /// </summary>
    /// <param name="isRemoved">Which arcs go, asked for the nodes in <paramref name="changedNodes"/> only.</param>
    /// <param name="changedNodes">Nodes that lose arcs.</param>
    /// <param name="added">Arcs that come, after the others of their node.</param>
    /// <param name="nodeCount">Number of nodes, old and new.</param>
    internal ArcColumns With(
        Func<int, bool> isRemoved, IReadOnlySet<int> changedNodes, List<Row> added, int nodeCount)
    {
        var addedTo = added.ToLookup(r => r.Tail);
        int[] touched = [.. changedNodes.Concat(added.Select(r => r.Tail)).Where(v => v < NodeCount).Distinct().Order()];
        var copy = new Copy(this, nodeCount, Count + added.Count);
        var done = 0;
        foreach (var v in touched)
        {
            copy.Rows(done, v);
            copy.Row(v, changedNodes.Contains(v) ? isRemoved : _ => false, addedTo[v]);
            done = v + 1;
        }

        copy.Rows(done, NodeCount);
        for (var v = NodeCount; v < nodeCount; v++)
        {
            copy.Row(v, _ => false, addedTo[v]);
        }

        return copy.Finish();
    }

    private sealed class Copy(ArcColumns old, int nodeCount, int most)
    {
        private readonly int[] first = new int[nodeCount + 1];
        private readonly int[] head = new int[most];
        private readonly int[] edge = new int[most];
        private readonly bool[] isForward = new bool[most];
        private int count;

        /// <summary>Copies the rows of the nodes from one up to another, which is not included.</summary>
        public void Rows(int from, int until)
        {
            var (begin, length) = (old.First[from], old.First[until] - old.First[from]);
            Array.Copy(old.Head, begin, head, count, length);
            Array.Copy(old.Edge, begin, edge, count, length);
            Array.Copy(old.IsForward, begin, isForward, count, length);
            for (var v = from; v < until; v++)
            {
                first[v + 1] = old.First[v + 1] - begin + count;
            }

            count += length;
        }

        /// <summary>Copies one row without some arcs and with others.</summary>
        public void Row(int node, Func<int, bool> isRemoved, IEnumerable<ArcColumns.Row> added)
        {
            for (var a = node < old.NodeCount ? old.First[node] : 0; node < old.NodeCount && a < old.First[node + 1]; a++)
            {
                if (!isRemoved(a))
                {
                    Add(old.Head[a], old.Edge[a], old.IsForward[a]);
                }
            }

            foreach (var row in added)
            {
                Add(row.Head, row.Edge, row.IsForward);
            }

            first[node + 1] = count;
        }

        public ArcColumns Finish() => new(
            first, head.AsSpan(0, count).ToArray(), edge.AsSpan(0, count).ToArray(), isForward.AsSpan(0, count).ToArray());

        private void Add(int to, int ofEdge, bool forward) =>
            (head[count], edge[count], isForward[count++]) = (to, ofEdge, forward);
    }
}
