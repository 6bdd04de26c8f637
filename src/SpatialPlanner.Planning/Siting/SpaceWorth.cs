namespace SpatialPlanner.Planning.Siting;

/// <summary>What a chosen space is worth.</summary>
/// <param name="Space">Space, as its place in the problem.</param>
/// <param name="Worth">What the plan would lose without it, and what its rooms would give if nothing else were built.</param>
public sealed record SpaceWorth(int Space, PartWorth Worth);
