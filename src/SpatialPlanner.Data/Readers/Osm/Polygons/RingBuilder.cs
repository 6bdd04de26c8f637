namespace SpatialPlanner.Data.Readers.Osm.Polygons;

/// <summary>
/// Joins ways to rings by node ids. A walk along unused ways that comes back to a node it has seen has closed a ring;
/// the ring is cut off and the walk goes on from that node, so that rings which touch at a node come apart.
/// </summary>
internal sealed class RingBuilder
{
    private readonly List<int[]> _ways;
    private readonly bool[] _used;
    private readonly Dictionary<int, List<int>> _waysAt = [];

    private RingBuilder(List<int[]> ways)
    {
        (_ways, _used) = (ways, new bool[ways.Count]);
        for (var i = 0; i < ways.Count; i++)
        {
            At(ways[i][0]).Add(i);
            At(ways[i][^1]).Add(i);
        }
    }

    /// <summary>Closed rings of node positions (the last is the first again).</summary>
    public List<int[]> Rings { get; } = [];

    /// <summary>A node at which a ring stays open, or null.</summary>
    public int? OpenAt { get; private set; }

    /// <summary>Builds the rings of ways given as node positions.</summary>
    public static RingBuilder Build(List<int[]> ways)
    {
        var builder = new RingBuilder(ways);
        for (var i = 0; i < ways.Count; i++)
        {
            if (!builder._used[i])
            {
                builder.WalkFrom(i);
            }
        }

        return builder;
    }

    private void WalkFrom(int first)
    {
        var chain = new List<int> { _ways[first][0] };
        var at = new Dictionary<int, int> { [chain[0]] = 0 };
        for (int? way = first; way is { } next; way = UnusedAt(chain[^1]))
        {
            _used[next] = true;
            var nodes = _ways[next];
            var forward = nodes[0] == chain[^1];
            for (var i = 1; i < nodes.Length; i++)
            {
                Step(chain, at, forward ? nodes[i] : nodes[nodes.Length - 1 - i]);
            }
        }

        if (chain.Count > 1)
        {
            OpenAt ??= chain[^1];
        }
    }

    private void Step(List<int> chain, Dictionary<int, int> at, int node)
    {
        if (!at.TryGetValue(node, out var start))
        {
            at.Add(node, chain.Count);
            chain.Add(node);
            return;
        }

        var ring = chain.GetRange(start, chain.Count - start);
        ring.Add(node);
        ring.Skip(1).SkipLast(1).ToList().ForEach(n => at.Remove(n));
        chain.RemoveRange(start + 1, chain.Count - start - 1);
        // Out and back on one line encloses nothing.
        if (ring.Count > 3)
        {
            Rings.Add([.. ring]);
        }
    }

    private int? UnusedAt(int node)
    {
        foreach (var way in At(node))
        {
            if (!_used[way])
            {
                return way;
            }
        }

        return null;
    }

    private List<int> At(int node)
    {
        if (!_waysAt.TryGetValue(node, out var ways))
        {
            _waysAt.Add(node, ways = []);
        }

        return ways;
    }
}
