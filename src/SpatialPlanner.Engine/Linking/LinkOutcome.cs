namespace SpatialPlanner.Engine.Linking;

/// <summary>How a place came to the network, or why it did not.</summary>
public enum LinkOutcome
{
    /// <summary>Linked to the nearest edge.</summary>
    Nearest,

    /// <summary>Linked to an edge inside its own compound.</summary>
    InsideCompound,

    /// <summary>Linked through the gates of its compound.</summary>
    ThroughGates,

    /// <summary>Linked at its own entrances.</summary>
    AtEntrances,

    /// <summary>Not linked: no edge is near enough.</summary>
    TooFar,

    /// <summary>Not linked: every gate of its compound is closed, or far from every edge.</summary>
    NoOpenGate,
}
