namespace SpatialPlanner.Planning.Capacity;

/// <summary>How much of the supply behind a three-way split is known.</summary>
public enum SplitKnowledge
{
    /// <summary>Every open facility has a capacity.</summary>
    Full,

    /// <summary>
    /// Some capacities are unknown and count as unlimited: people without a place are then at least so many.
    /// </summary>
    LowerBound,

    /// <summary>No open facility has a capacity: who finds a place is not known, only who is out of reach.</summary>
    Unknown,

    /// <summary>No facility of the service is open: all are out of reach.</summary>
    NoFacility,
}
