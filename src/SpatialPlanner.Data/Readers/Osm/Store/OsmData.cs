using System.Runtime.InteropServices;
using NetTopologySuite.Geometries;

namespace SpatialPlanner.Data.Readers.Osm.Store;

/// <summary>
/// A file read whole and sorted by id: nodes are found by binary search, and everything made of it comes in id order.
/// </summary>
internal sealed class OsmData
{
    private readonly OsmColumns _columns;
    private readonly StringPool _pool;
    private readonly int[] _nodes;
    private readonly int[] _ways;
    private readonly int[] _relations;
    private readonly long[] _nodeIds;
    private readonly long[] _wayIds;
    private readonly (int Node, int Tags)[] _tagged;

    /// <summary>Sorts what was read.</summary>
    public OsmData(OsmColumns columns, StringPool pool, OsmProblems problems)
    {
        (_columns, _pool) = (columns, pool);
        _nodes = IdOrder.Of(columns.NodeIds, "node", problems, out _nodeIds, IsInTheWorld);
        _tagged = TaggedInOrder(columns, _nodeIds, _nodes);
        _ways = IdOrder.Of(columns.WayIds, "way", problems, out _wayIds);
        _relations = IdOrder.Of(columns.RelationIds, "relation", problems, out _);
    }

    /// <summary>Number of ways.</summary>
    public int WayCount => _ways.Length;

    /// <summary>Number of relations.</summary>
    public int RelationCount => _relations.Length;

    /// <summary>Number of nodes.</summary>
    public int NodeCount => _nodes.Length;

    /// <summary>Position of a node, or -1 where the file lacks it.</summary>
    public int FindNode(long id) => Array.BinarySearch(_nodeIds, id) is var i and >= 0 ? i : -1;

    /// <summary>Position of a way, or -1 where the file lacks it.</summary>
    public int FindWay(long id) => Array.BinarySearch(_wayIds, id) is var i and >= 0 ? i : -1;

    /// <summary>Id of a node.</summary>
    public long NodeId(int node) => _nodeIds[node];

    /// <summary>Id of a way.</summary>
    public long WayId(int way) => _wayIds[way];

    /// <summary>Id of a relation.</summary>
    public long RelationId(int relation) => _columns.RelationIds[_relations[relation]];

    /// <summary>Longitude of a node, 1e-7 degrees.</summary>
    public int LonE7(int node) => _columns.LonsE7[_nodes[node]];

    /// <summary>Latitude of a node, 1e-7 degrees.</summary>
    public int LatE7(int node) => _columns.LatsE7[_nodes[node]];

    /// <summary>Longitude and latitude of a node in degrees.</summary>
    public Coordinate CoordinateOf(int node) =>
        // Dividing gives the double nearest to the seven decimals of the file; multiplying by 1e-7 often does not.
        new(LonE7(node) / 1e7, LatE7(node) / 1e7);

    /// <summary>True where two nodes lie on the same spot.</summary>
    public bool AreOnSameSpot(int a, int b) => LonE7(a) == LonE7(b) && LatE7(a) == LatE7(b);

    /// <summary>Node ids of a way.</summary>
    public ReadOnlySpan<long> RefsOf(int way)
    {
        var row = _ways[way];
        var start = row == 0 ? 0 : _columns.RefEnds[row - 1];
        return CollectionsMarshal.AsSpan(_columns.Refs)[start.._columns.RefEnds[row]];
    }

    /// <summary>Members of a relation.</summary>
    public ReadOnlySpan<OsmMember> MembersOf(int relation)
    {
        var row = _relations[relation];
        var start = row == 0 ? 0 : _columns.MemberEnds[row - 1];
        return CollectionsMarshal.AsSpan(_columns.Members)[start.._columns.MemberEnds[row]];
    }

    /// <summary>The text of a number in a column, e.g. a member's role.</summary>
    public string Text(int number) => _pool[number];

    /// <summary>Tags of a way.</summary>
    public OsmTags TagsOfWay(int way) => new(_pool, _columns.WayTags, _ways[way]);

    /// <summary>Tags of a relation.</summary>
    public OsmTags TagsOfRelation(int relation) => new(_pool, _columns.RelationTags, _relations[relation]);

    /// <summary>Nodes that have tags, in id order.</summary>
    public IEnumerable<(int Node, OsmTags Tags)> TaggedNodes() =>
        _tagged.Select(t => (t.Node, new OsmTags(_pool, _columns.NodeTags, t.Tags)));

    private static (int Node, int Tags)[] TaggedInOrder(OsmColumns columns, long[] nodeIds, int[] nodes)
    {
        var tagged = new List<(int Node, int Tags)>(columns.TaggedNodes.Count);
        for (var i = 0; i < columns.TaggedNodes.Count; i++)
        {
            var row = columns.TaggedNodes[i];
            var node = Array.BinarySearch(nodeIds, columns.NodeIds[row]);
            if (node >= 0 && nodes[node] == row)
            {
                tagged.Add((node, i));
            }
        }

        return [.. tagged.OrderBy(t => t.Node)];
    }

    private bool IsInTheWorld(int row) =>
        _columns.LonsE7[row] != OsmColumns.OutsideWorld && _columns.LatsE7[row] != OsmColumns.OutsideWorld;
}
