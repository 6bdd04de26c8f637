namespace SpatialPlanner.Planning.Siting;

/// <summary>The best plan whose spaces are not those of the plan.</summary>
/// <param name="Spaces">Its spaces, as places in the problem, rising.</param>
/// <param name="Loss">What it loses.</param>
/// <param name="IsProved">True where it is proved that no other plan loses less.</param>
public sealed record OtherPlan(IReadOnlyList<int> Spaces, long Loss, bool IsProved);
