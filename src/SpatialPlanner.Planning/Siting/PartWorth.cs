namespace SpatialPlanner.Planning.Siting;

/// <summary>What a part of a plan is worth.</summary>
/// <param name="Marginal">What the plan would lose without it.</param>
/// <param name="Alone">What it would give if nothing else were built.</param>
public readonly record struct PartWorth(long Marginal, long Alone);
