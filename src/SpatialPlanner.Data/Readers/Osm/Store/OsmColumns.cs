namespace SpatialPlanner.Data.Readers.Osm.Store;

/// <summary>
/// Objects as a file gives them, as columns, in file order. Used for one block of a PBF file (texts are then numbers
/// of the block's own table) and for a whole file (numbers of a <see cref="StringPool"/>).
/// </summary>
internal sealed class OsmColumns
{
    /// <summary>Coordinate of a node that lies outside the world.</summary>
    public const int OutsideWorld = int.MinValue;

    /// <summary>Node ids.</summary>
    public List<long> NodeIds { get; } = [];

    /// <summary>Longitudes, 1e-7 degrees, one for each node.</summary>
    public List<int> LonsE7 { get; } = [];

    /// <summary>Latitudes, 1e-7 degrees, one for each node.</summary>
    public List<int> LatsE7 { get; } = [];

    /// <summary>Positions in <see cref="NodeIds"/> of the nodes with tags, ascending: most nodes have none.</summary>
    public List<int> TaggedNodes { get; } = [];

    /// <summary>Tags, one entry for each of <see cref="TaggedNodes"/>.</summary>
    public TagColumn NodeTags { get; } = new();

    /// <summary>Way ids.</summary>
    public List<long> WayIds { get; } = [];

    /// <summary>End of each way's entries in <see cref="Refs"/>.</summary>
    public List<int> RefEnds { get; } = [];

    /// <summary>Node ids of all ways.</summary>
    public List<long> Refs { get; } = [];

    /// <summary>Tags, one entry for each way.</summary>
    public TagColumn WayTags { get; } = new();

    /// <summary>Relation ids.</summary>
    public List<long> RelationIds { get; } = [];

    /// <summary>End of each relation's entries in the member columns.</summary>
    public List<int> MemberEnds { get; } = [];

    /// <summary>Members of all relations.</summary>
    public List<OsmMember> Members { get; } = [];

    /// <summary>Tags, one entry for each relation.</summary>
    public TagColumn RelationTags { get; } = new();

    /// <summary>Number of nodes, ways and relations.</summary>
    public long ObjectCount => (long)NodeIds.Count + WayIds.Count + RelationIds.Count;

    /// <summary>Number of entries in all columns, a measure of memory.</summary>
    public long EntryCount =>
        ObjectCount + Refs.Count + Members.Count + NodeTags.TagCount + WayTags.TagCount + RelationTags.TagCount;

    /// <summary>Adds a node; its tags, if any, were added to <see cref="NodeTags"/> before.</summary>
    public void EndNode(long id, int lonE7, int latE7)
    {
        if (NodeTags.IsObjectOpen)
        {
            TaggedNodes.Add(NodeIds.Count);
            NodeTags.EndObject();
        }

        NodeIds.Add(id);
        LonsE7.Add(lonE7);
        LatsE7.Add(latE7);
    }

    /// <summary>Adds a way; its nodes and tags were added before.</summary>
    public void EndWay(long id)
    {
        WayIds.Add(id);
        RefEnds.Add(Refs.Count);
        WayTags.EndObject();
    }

    /// <summary>Adds a relation; its members and tags were added before.</summary>
    public void EndRelation(long id)
    {
        RelationIds.Add(id);
        MemberEnds.Add(Members.Count);
        RelationTags.EndObject();
    }

    /// <summary>Appends all objects of a block, their texts renumbered.</summary>
    public void Append(OsmColumns block, Func<int, int> renumber)
    {
        var (node, reference, member) = (NodeIds.Count, Refs.Count, Members.Count);
        NodeIds.AddRange(block.NodeIds);
        LonsE7.AddRange(block.LonsE7);
        LatsE7.AddRange(block.LatsE7);
        block.TaggedNodes.ForEach(n => TaggedNodes.Add(node + n));
        NodeTags.Append(block.NodeTags, renumber);
        WayIds.AddRange(block.WayIds);
        Refs.AddRange(block.Refs);
        block.RefEnds.ForEach(e => RefEnds.Add(reference + e));
        WayTags.Append(block.WayTags, renumber);
        RelationIds.AddRange(block.RelationIds);
        block.Members.ForEach(m => Members.Add(m with { Role = renumber(m.Role) }));
        block.MemberEnds.ForEach(e => MemberEnds.Add(member + e));
        RelationTags.Append(block.RelationTags, renumber);
    }
}
