namespace SpatialPlanner.Data.Readers.Osm.Store;

/// <summary>The three kinds of objects.</summary>
internal enum OsmKind : byte
{
    /// <summary>A point.</summary>
    Node = 0,

    /// <summary>A list of nodes.</summary>
    Way = 1,

    /// <summary>A list of members with roles.</summary>
    Relation = 2,
}

/// <summary>A member of a relation.</summary>
/// <param name="Kind">Kind of the member.</param>
/// <param name="Id">Its id.</param>
/// <param name="Role">Number of the text of its role.</param>
internal readonly record struct OsmMember(OsmKind Kind, long Id, int Role);
