namespace SpatialPlanner.Planning.Siting;

/// <summary>A space that the plan does not use.</summary>
/// <param name="Space">Space, as its place in the problem.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="LossIfForced">What the best plan known that has it loses; null where there is none or it was not worked out.</param>
/// <param name="IsProved">True where no plan that has it loses less.</param>
public sealed record SpaceLeftOut(int Space, LocalText Reason, long? LossIfForced, bool IsProved);
