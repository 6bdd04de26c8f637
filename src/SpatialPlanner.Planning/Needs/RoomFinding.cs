namespace SpatialPlanner.Planning.Needs;

/// <summary>What the audit of a compound's rooms finds.</summary>
public enum RoomFinding
{
    /// <summary>A new estate of whose rooms there is no record.</summary>
    NoRecord,

    /// <summary>The rooms name a compound that the data do not have, so no rule can be asked of it.</summary>
    UnknownCompound,

    /// <summary>A room was not handed over.</summary>
    NotDelivered,

    /// <summary>A room is used for something else.</summary>
    Diverted,

    /// <summary>A room is not fit for its service.</summary>
    Unfit,

    /// <summary>What was handed over is smaller than what is required.</summary>
    TooSmall,

    /// <summary>The state of a room is not known.</summary>
    StateUnknown,

    /// <summary>The floor area of a room is not known.</summary>
    AreaUnknown,

    /// <summary>Something should have been set right before the day asked about.</summary>
    Overdue,
}
