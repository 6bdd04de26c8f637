namespace SpatialPlanner.Data.Locate.Files;

/// <summary>Shortest ways in an undirected graph (Dijkstra 1959).</summary>
internal sealed class GraphWays
{
    private readonly int[] _first;
    private readonly int[] _to;
    private readonly long[] _length;

    public GraphWays(int nodes, IEnumerable<(int A, int B, long Length)> edges)
    {
        var all = edges.Where(e => e.A != e.B).ToList();
        _first = new int[nodes + 1];
        foreach (var (a, b, _) in all)
        {
            _first[a + 1]++;
            _first[b + 1]++;
        }

        for (var n = 0; n < nodes; n++)
        {
            _first[n + 1] += _first[n];
        }

        var next = _first.AsSpan().ToArray();
        (_to, _length) = (new int[2 * all.Count], new long[2 * all.Count]);
        foreach (var (a, b, length) in all)
        {
            (_to[next[a]], _length[next[a]++]) = (b, length);
            (_to[next[b]], _length[next[b]++]) = (a, length);
        }
    }

    private int Nodes => _first.Length - 1;

    /// <summary>Scratch of a thread.</summary>
    public (long[] Length, PriorityQueue<int, long> Queue) Scratch()
    {
        var length = new long[Nodes];
        Array.Fill(length, long.MaxValue);
        return (length, new PriorityQueue<int, long>());
    }

    /// <summary>The nodes within a length of a node, rising, and their lengths.</summary>
    public (int[] Node, long[] Length) Within(int from, long most, (long[] Length, PriorityQueue<int, long> Queue) scratch)
    {
        var (length, queue) = scratch;
        var reached = new List<int> { from };
        length[from] = 0;
        queue.Enqueue(from, 0);
        while (queue.TryDequeue(out var node, out var at))
        {
            for (var k = _first[node]; at == length[node] && k < _first[node + 1]; k++)
            {
                var through = at + _length[k];
                if (through <= most && through < length[_to[k]])
                {
                    if (length[_to[k]] == long.MaxValue)
                    {
                        reached.Add(_to[k]);
                    }

                    length[_to[k]] = through;
                    queue.Enqueue(_to[k], through);
                }
            }
        }

        reached.Sort();
        var found = (reached.ToArray(), reached.ConvertAll(n => length[n]).ToArray());
        reached.ForEach(n => length[n] = long.MaxValue);
        return found;
    }

    /// <summary>For each node the others at less than a length from it.</summary>
    public (int Site, long Distance)[][] NearerThan(long spacing)
    {
        var (near, scratch) = (new (int, long)[Nodes][], Scratch());
        for (var node = 0; node < near.Length; node++)
        {
            var (others, length) = Within(node, spacing - 1, scratch);
            near[node] = [.. others.Zip(length).Where(o => o.First != node)];
        }

        return near;
    }
}
