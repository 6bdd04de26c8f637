namespace SpatialPlanner.Planning.Siting;

/// <summary>A space for later.</summary>
/// <param name="Id">Id of the idle space.</param>
/// <param name="Name">Its name.</param>
/// <param name="Gain">What it would add to the plan.</param>
/// <param name="CostCny">What it would cost, CNY.</param>
/// <param name="Services">The services that it would take.</param>
public sealed record ReserveSite(string Id, string? Name, double Gain, long CostCny, IReadOnlyList<string> Services);
