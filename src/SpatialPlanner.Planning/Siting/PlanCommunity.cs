namespace SpatialPlanner.Planning.Siting;

/// <summary>A community and a service before and after the plan.</summary>
/// <param name="Code">Code of the community.</param>
/// <param name="Name">Its name.</param>
/// <param name="Service">Service code.</param>
/// <param name="Total">People of the group.</param>
/// <param name="CoveredBefore">People covered today.</param>
/// <param name="CoveredAfter">People covered with the plan.</param>
public sealed record PlanCommunity(string Code, string? Name, string Service, long Total, long CoveredBefore, long CoveredAfter);
