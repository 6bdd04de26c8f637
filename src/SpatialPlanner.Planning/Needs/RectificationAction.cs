namespace SpatialPlanner.Planning.Needs;

/// <summary>What sets a room right.</summary>
public enum RectificationAction
{
    /// <summary>Hand over the room.</summary>
    HandOver,

    /// <summary>Give a diverted room back to its service.</summary>
    GiveBack,

    /// <summary>Make a room fit for its service.</summary>
    MakeFit,

    /// <summary>Provide the floor area that is missing.</summary>
    MakeUp,

    /// <summary>Look what state a room is in.</summary>
    Inspect,

    /// <summary>Measure a room.</summary>
    Measure,

    /// <summary>Report what a new estate had to hand over and did.</summary>
    Report,
}
