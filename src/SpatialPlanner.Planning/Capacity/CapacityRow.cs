using SpatialPlanner.Engine.Districts;

namespace SpatialPlanner.Planning.Capacity;

/// <summary>
/// One row of the capacity table: the people of a service's group in an area, split in three, and the supply that stands
/// there. Served + no capacity + out of reach = total.
/// </summary>
/// <param name="Level">Level of the area.</param>
/// <param name="Area">The area, as its place in the table's areas.</param>
/// <param name="Service">Service code.</param>
/// <param name="Knowledge">How much of the supply is known; the same in all rows of a service.</param>
/// <param name="Total">People of the group in the area.</param>
/// <param name="OutOfReach">Those who have no open facility within the limit.</param>
/// <param name="Supply">The open facilities in the area.</param>
public sealed record CapacityRow(
    AreaLevel Level, int Area, string Service, SplitKnowledge Knowledge, long Total, long OutOfReach, AreaSupply Supply)
{
    /// <summary>People with a place within the limit, wherever it is; null where no capacity is known.</summary>
    public long? Served { get; init; }

    /// <summary>Those of them whose place is at a facility of unknown capacity.</summary>
    public long? ServedUnknown { get; init; }

    /// <summary>People within the limit of facilities that are full; null where no capacity is known.</summary>
    public long? NoCapacity => Served is { } served ? Total - OutOfReach - served : null;

    /// <summary>
    /// Places for 1,000 people of the group, the mean over the people of the area, by each measure in the order of
    /// <see cref="AccessibilityMeasures.Codes"/>; null where there are no people or no capacity is known.
    /// </summary>
    public IReadOnlyList<double?> PlacesPer1000 { get; init; } = [.. AccessibilityMeasures.Codes.Select(_ => (double?)null)];
}

/// <summary>The open facilities of a service that stand in an area.</summary>
/// <param name="Facilities">How many.</param>
/// <param name="WithoutCapacity">How many of them have no known capacity.</param>
/// <param name="Places">Places of the others for the service.</param>
/// <param name="PlacesUsed">Places that the people served at them need, wherever they live.</param>
/// <param name="PlacesWithoutDemand">Places of facilities within whose limit nobody of the group lives.</param>
public readonly record struct AreaSupply(
    long Facilities, long WithoutCapacity, long Places, long PlacesUsed, long PlacesWithoutDemand)
{
    /// <summary>Adds the facilities of two areas.</summary>
    /// <param name="a">One.</param>
    /// <param name="b">The other.</param>
    public static AreaSupply operator +(AreaSupply a, AreaSupply b) => new(
        a.Facilities + b.Facilities, a.WithoutCapacity + b.WithoutCapacity, a.Places + b.Places,
        a.PlacesUsed + b.PlacesUsed, a.PlacesWithoutDemand + b.PlacesWithoutDemand);
}
