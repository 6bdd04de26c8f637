namespace SpatialPlanner.Planning.Siting;

/// <summary>The best other plan.</summary>
/// <param name="Sites">Ids of its spaces.</param>
/// <param name="Loss">What it loses.</param>
/// <param name="IsProved">True where it is proved that no other plan loses less.</param>
public sealed record PlanAlternative(IReadOnlyList<string> Sites, double Loss, bool IsProved);
