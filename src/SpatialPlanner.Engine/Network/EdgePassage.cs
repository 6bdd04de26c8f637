namespace SpatialPlanner.Engine.Network;

/// <summary>In which directions an edge may be walked.</summary>
public enum EdgePassage : byte
{
    /// <summary>Both.</summary>
    Both,

    /// <summary>From the first end to the last only, e.g. an escalator.</summary>
    Forward,

    /// <summary>From the last end to the first only.</summary>
    Backward,

    /// <summary>Neither: the edge is closed.</summary>
    Closed,
}
