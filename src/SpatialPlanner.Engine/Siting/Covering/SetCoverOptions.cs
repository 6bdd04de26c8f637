namespace SpatialPlanner.Engine.Siting.Covering;

/// <summary>How hard to search for a cover.</summary>
/// <param name="Seed">Seed of every random choice: the same seed gives the same answer, unless a clock stopped the search.</param>
/// <param name="Enough">
/// Cost that will do: the search ends with the first cover of at most this, or with the proof that there is none. Null for
/// the least cost.
/// </param>
/// <param name="MostNodes">Nodes of the search tree at most, or null; 0 for the heuristics and the bound of the root.</param>
public sealed record SetCoverOptions(ulong Seed = 1, long? Enough = null, long? MostNodes = null);
