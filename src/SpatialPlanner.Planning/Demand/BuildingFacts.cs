namespace SpatialPlanner.Planning.Demand;

/// <summary>What is known of a building when the number of its people is estimated; null where it is not known.</summary>
/// <param name="Use"><c>residential</c>, <c>mixed</c> or <c>other</c>.</param>
/// <param name="Storeys">Number of storeys.</param>
/// <param name="FloorAreaM2">Floor area of all storeys, m².</param>
/// <param name="FootprintM2">Area of the outline, m².</param>
/// <param name="Dwellings">Number of dwellings.</param>
/// <param name="Population">Number of people, where the source gives it.</param>
public readonly record struct BuildingFacts(
    string? Use, long? Storeys, double? FloorAreaM2, double? FootprintM2, long? Dwellings, long? Population);
