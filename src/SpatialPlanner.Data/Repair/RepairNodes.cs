using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Health;

namespace SpatialPlanner.Data.Repair;

/// <summary>The junctions of a network during a round of repairs: those that are there, new ones, and which are one.</summary>
internal sealed class RepairNodes
{
    private readonly List<int> _parent;
    private readonly List<Coordinate> _place;
    private readonly List<long?> _node;
    private readonly HashSet<int> _changed = [];

    /// <summary>Begins with the junctions of a network.</summary>
    public RepairNodes(WalkEdgeShapes shapes)
    {
        _parent = [.. Enumerable.Range(0, shapes.Place.Length)];
        _place = [.. shapes.Place];
        _node = [.. shapes.Node];
    }

    /// <summary>Adds a node. It has no id: edges join it by its spot, so that no two files can name it the same.</summary>
    public int Add(Coordinate place)
    {
        _parent.Add(_parent.Count);
        _place.Add(place);
        _node.Add(null);
        return _parent.Count - 1;
    }

    /// <summary>Moves a junction.</summary>
    public void Move(int node, Coordinate place)
    {
        _place[Root(node)] = place;
        _changed.Add(Root(node));
    }

    /// <summary>Makes two nodes one, with the id of the first that has one and the place of the lower.</summary>
    public void Merge(int a, int b)
    {
        var (low, high) = (Math.Min(Root(a), Root(b)), Math.Max(Root(a), Root(b)));
        if (low != high)
        {
            _parent[high] = low;
            _node[low] ??= _node[high];
            _changed.Add(low);
        }
    }

    /// <summary>True where edges that end here must be written anew.</summary>
    public bool IsChanged(int node) => _changed.Contains(Root(node));

    /// <summary>Id of a node, or null where edges join it by its spot.</summary>
    public long? IdOf(int node) => _node[Root(node)];

    /// <summary>Longitude and latitude of a node.</summary>
    public Coordinate PlaceOf(int node) => _place[Root(node)];

    private int Root(int node)
    {
        while (_parent[node] != node)
        {
            node = _parent[node] = _parent[_parent[node]];
        }

        return node;
    }
}
