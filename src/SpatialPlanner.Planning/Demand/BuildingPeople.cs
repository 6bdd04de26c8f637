namespace SpatialPlanner.Planning.Demand;

/// <summary>The people of a building, in whole people.</summary>
/// <param name="Population">All people; null where nothing is known to estimate them from.</param>
/// <param name="Ages">People of each of <see cref="DemandGroups.AgeColumns"/>.</param>
/// <param name="Estimated">True where the population is estimated and not given.</param>
public sealed record BuildingPeople(long? Population, IReadOnlyList<long> Ages, bool Estimated);
