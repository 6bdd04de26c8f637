namespace SpatialPlanner.Planning.Siting;

/// <summary>A room of a chosen space.</summary>
/// <param name="Service">Service code.</param>
/// <param name="AreaM2">Floor area, m².</param>
/// <param name="CostCny">Fitting out, CNY.</param>
/// <param name="CapacityPeople">People it can serve, or null where that is not counted.</param>
/// <param name="NewPeople">People whom it serves and who were outside before.</param>
/// <param name="MarginalGain">What the plan would lose without the room.</param>
/// <param name="AloneGain">What the room would give if nothing else were built.</param>
public sealed record PlanRoom(
    string Service, double AreaM2, long CostCny, long? CapacityPeople, long NewPeople, double MarginalGain, double AloneGain);
