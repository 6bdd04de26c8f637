using SpatialPlanner.Data.Readers.Osm.Store;

namespace SpatialPlanner.Data.Readers.Osm.Network;

/// <summary>
/// Says which edges cross a roadway, so that a walk over one crossing meets its wait once.
/// <para>
/// A crossing is mapped as a way across the road, as a node where a path and the road meet, or as both. The path is cut
/// at that node, since the road is walked too: two edges then make one crossing, and one of them carries it. A walk
/// along the road passes the node and crosses nothing, so edges of roads never carry a crossing.
/// </para>
/// </summary>
internal sealed class CrossingEdges
{
    private readonly List<WalkPiece> _pieces;
    private readonly IReadOnlyDictionary<int, string> _nodes;
    private readonly string?[] _crossing;
    private readonly HashSet<int> _ofCrossingWays = [];
    private readonly SortedDictionary<int, List<int>> _arms = [];
    private readonly RoadsAtNodes _roads;

    private CrossingEdges(OsmData data, List<WalkPiece> pieces, IReadOnlyDictionary<int, string> nodes)
    {
        (_pieces, _nodes, _crossing) = (pieces, nodes, new string?[pieces.Count]);
        foreach (var piece in pieces.Where(p => p.Facts.Crossing is not null))
        {
            foreach (var node in piece.Nodes)
            {
                _ofCrossingWays.Add(node);
            }
        }

        _roads = new RoadsAtNodes(data, _ofCrossingWays.Concat(nodes.Keys));
    }

    /// <summary>The word of the column <c>crossing</c> of each piece, or null.</summary>
    /// <param name="data">The file.</param>
    /// <param name="pieces">Edges in order.</param>
    /// <param name="nodes">Nodes that are crossings, with their word.</param>
    public static string?[] Of(OsmData data, List<WalkPiece> pieces, IReadOnlyDictionary<int, string> nodes)
    {
        var edges = new CrossingEdges(data, pieces, nodes);
        edges.AddCrossingWays();
        edges.AddCrossingNodes();
        return edges._crossing;
    }

    // Crossing ways that hold together at nodes of roadways are one crossing. Where they meet elsewhere, on an island
    // that another path leads to, one may stop half-way, and each half is a crossing.
    private void AddCrossingWays()
    {
        var groups = new PieceGroups();
        for (var p = 0; p < _pieces.Count; p++)
        {
            if (_pieces[p].Facts.Crossing is not null)
            {
                groups.Add(p, Middles(_pieces[p]));
            }
        }

        foreach (var group in groups.All())
        {
            var word = group.Aggregate((string?)null, (w, p) => CrossingTags.Stronger(w, WordOf(_pieces[p])));

            // Between two outer ends of a group lies one of these edges, whichever two they are.
            var outer = group.Where(p => Middles(_pieces[p]).Count() < 2).ToList();
            foreach (var p in outer.Count < 2 ? group.Take(1) : outer.SkipLast(1))
            {
                _crossing[p] = word;
            }
        }
    }

    private IEnumerable<int> Middles(WalkPiece piece) =>
        new[] { piece.FirstNode, piece.LastNode }.Where(_roads.HasRoadway);

    private string? WordOf(WalkPiece piece)
    {
        var word = piece.Facts.Crossing;
        foreach (var node in piece.Nodes)
        {
            word = CrossingTags.Stronger(word, _nodes.GetValueOrDefault(node));
        }

        return word;
    }

    // A crossing that is a node alone lies on a path: inside of one edge, which then carries it, or where several edges
    // of paths meet, of which all but one carry it. Where one path ends at the road nobody crosses yet.
    private void AddCrossingNodes()
    {
        for (var p = 0; p < _pieces.Count; p++)
        {
            if (_pieces[p].Facts is { IsFootWay: true, Crossing: null })
            {
                AddNodesOf(p);
            }
        }

        foreach (var (node, arms) in _arms)
        {
            foreach (var p in arms.OrderBy(a => _crossing[a] is not null).SkipLast(1))
            {
                _crossing[p] = CrossingTags.Stronger(_crossing[p], _nodes[node]);
            }
        }
    }

    private void AddNodesOf(int p)
    {
        var nodes = _pieces[p].Nodes;
        for (var i = 0; i < nodes.Length; i++)
        {
            if (!_nodes.TryGetValue(nodes[i], out var word) || _ofCrossingWays.Contains(nodes[i])
                || _roads.HasCyclewayAlone(nodes[i]))
            {
                continue;
            }

            if (i > 0 && i < nodes.Length - 1)
            {
                _crossing[p] = CrossingTags.Stronger(_crossing[p], word);
                continue;
            }

            if (!_arms.TryGetValue(nodes[i], out var arms))
            {
                _arms.Add(nodes[i], arms = []);
            }

            arms.Add(p);
        }
    }
}
