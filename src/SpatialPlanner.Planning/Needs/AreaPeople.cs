namespace SpatialPlanner.Planning.Needs;

/// <summary>For whom an area needs services.</summary>
/// <param name="People">People of each demand group, in the order of the groups; the first is everybody.</param>
/// <param name="Households">Households.</param>
/// <param name="Source">Where the households come from.</param>
public sealed record AreaPeople(long[] People, long Households, HouseholdSource Source);
