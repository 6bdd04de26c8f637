namespace SpatialPlanner.Planning.Needs;

/// <summary>State of a room that a compound has to hand over.</summary>
public enum RoomState
{
    /// <summary>The data do not tell; it does not count as usable.</summary>
    Unknown,

    /// <summary>In use for its service.</summary>
    InUse,

    /// <summary>Handed over and empty: it can be used at once.</summary>
    Idle,

    /// <summary>Handed over, and not fit for its service.</summary>
    Unfit,

    /// <summary>Used for something else.</summary>
    Diverted,

    /// <summary>Not handed over.</summary>
    NotDelivered,
}
