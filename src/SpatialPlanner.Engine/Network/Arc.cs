namespace SpatialPlanner.Engine.Network;

/// <summary>An arc as the search reads it: head and cost side by side, one memory access for both.</summary>
/// <param name="Head">Node at the end.</param>
/// <param name="CostMm">Cost in paced millimetres.</param>
public readonly record struct Arc(int Head, int CostMm);
