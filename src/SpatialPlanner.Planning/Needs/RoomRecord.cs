namespace SpatialPlanner.Planning.Needs;

/// <summary>A room that a compound has to hand over (配建用房).</summary>
/// <param name="Id">Id of its row.</param>
/// <param name="Service">Service code; null where the data do not tell.</param>
/// <param name="RequiredDm2">What the land contract asks for, dm²; null where only the rule does.</param>
/// <param name="DeliveredDm2">What was handed over, dm²; null where nobody measured.</param>
/// <param name="State">Its state.</param>
/// <param name="Deadline">Day by which it had to be handed over, or null.</param>
public sealed record RoomRecord(
    string Id, string? Service, long? RequiredDm2, long? DeliveredDm2, RoomState State, DateOnly? Deadline)
{
    /// <summary>Floor area that can be used today, dm².</summary>
    public long UsableDm2 => State is RoomState.InUse or RoomState.Idle ? DeliveredDm2 ?? 0 : 0;
}
