namespace SpatialPlanner.Planning.Sensitivity;

/// <summary>What a coverage takes for granted.</summary>
public enum Assumption
{
    /// <summary>The walker's speed. A limit of metres does not ask for it.</summary>
    Speed,

    /// <summary>The limit itself.</summary>
    Threshold,

    /// <summary>How far from the network a place is still linked to it.</summary>
    SnapLimit,

    /// <summary>What the leg off the network counts.</summary>
    SnapLeg,

    /// <summary>Whether the gates of compounds are known, and open.</summary>
    Gates,
}
