namespace SpatialPlanner.Data.Readers.Osm.Network;

/// <summary>Pieces that nodes join.</summary>
internal sealed class PieceGroups
{
    private readonly SortedDictionary<int, int> _parent = [];
    private readonly Dictionary<int, int> _pieceAt = [];

    /// <summary>Adds a piece and joins it with those added before that have one of the nodes.</summary>
    public void Add(int piece, IEnumerable<int> nodes)
    {
        _parent[piece] = piece;
        foreach (var node in nodes)
        {
            if (!_pieceAt.TryAdd(node, piece))
            {
                var (a, b) = (Root(_pieceAt[node]), Root(piece));
                _parent[Math.Max(a, b)] = Math.Min(a, b);
            }
        }
    }

    /// <summary>The groups, each in ascending order, by their first piece.</summary>
    public IEnumerable<List<int>> All() =>
        _parent.Keys.ToList().GroupBy(Root).OrderBy(g => g.Key).Select(g => g.ToList());

    private int Root(int piece)
    {
        while (_parent[piece] != piece)
        {
            piece = _parent[piece] = _parent[_parent[piece]];
        }

        return piece;
    }
}
