namespace SpatialPlanner.Planning.Siting;

/// <summary>A service before and after the plan; figures of the service's own group.</summary>
/// <param name="Service">Service code.</param>
/// <param name="Total">People of the group.</param>
/// <param name="CoveredBefore">People covered today, as the coverage table has it.</param>
/// <param name="CoveredAfter">People covered with the plan.</param>
/// <param name="Rooms">Rooms of the plan.</param>
/// <param name="AreaM2">Floor area of the rooms, m².</param>
public sealed record PlanService(string Service, long Total, long CoveredBefore, long CoveredAfter, int Rooms, double AreaM2);
