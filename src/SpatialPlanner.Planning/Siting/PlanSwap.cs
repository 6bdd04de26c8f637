namespace SpatialPlanner.Planning.Siting;

/// <summary>One space for another.</summary>
/// <param name="Out">Space of the plan.</param>
/// <param name="In">Space that would stand in.</param>
/// <param name="Loss">What the plan would lose; the rooms of the new space are its best.</param>
public sealed record PlanSwap(string Out, string In, double Loss);
