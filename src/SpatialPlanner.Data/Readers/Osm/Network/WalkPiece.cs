namespace SpatialPlanner.Data.Readers.Osm.Network;

/// <summary>A stretch of a walkable way between two junctions: one edge of the walk network.</summary>
/// <param name="Way">The way.</param>
/// <param name="Facts">What its tags say.</param>
/// <param name="First">Position of the first node in the nodes of the way.</param>
/// <param name="Last">Position of the last node in the nodes of the way.</param>
/// <param name="Part">Number of the stretch along the way, from 0.</param>
internal sealed record WalkPiece(WalkWay Way, WayFacts Facts, int First, int Last, int Part)
{
    /// <summary>Its nodes.</summary>
    public ReadOnlySpan<int> Nodes => Way.Nodes.AsSpan(First, Last - First + 1);

    /// <summary>Its first node.</summary>
    public int FirstNode => Way.Nodes[First];

    /// <summary>Its last node.</summary>
    public int LastNode => Way.Nodes[Last];
}
