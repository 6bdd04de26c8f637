namespace SpatialPlanner.Engine.Siting;

/// <summary>How hard to search.</summary>
/// <param name="Seed">Seed of every random choice: the same seed gives the same answer, unless a clock stopped the search.</param>
/// <param name="GapGoal">Relative gap between the best set and the bound at which the search may end; 0 for the proof.</param>
/// <param name="MostNodes">Nodes of the search tree at most, or null.</param>
/// <param name="HeuristicOnly">True for greedy and swaps with the bound of the root and no tree.</param>
public sealed record SitingOptions(
    ulong Seed = 1, double GapGoal = 0, long? MostNodes = null, bool HeuristicOnly = false);
