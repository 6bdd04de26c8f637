namespace SpatialPlanner.Planning.Equity;

/// <summary>The walk of some people who live in one building and walk alike.</summary>
/// <param name="People">How many they are.</param>
/// <param name="Minutes">Minutes of their walk; the cap where they reach nothing.</param>
/// <param name="LimitMinutes">Minutes that their walk may take; over 0.</param>
/// <param name="Community">Their community, as its place in the district's areas.</param>
/// <param name="IsReached">False where they reach nothing and <paramref name="Minutes"/> is the cap.</param>
public readonly record struct Burden(
    long People, double Minutes, double LimitMinutes, int Community, bool IsReached = true);
