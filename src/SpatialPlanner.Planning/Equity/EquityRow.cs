using SpatialPlanner.Engine.Districts;

namespace SpatialPlanner.Planning.Equity;

/// <summary>One row of the equity table: how the walks of a group to a service are spread in an area.</summary>
/// <param name="Level">Level of the area.</param>
/// <param name="Area">The area, as its place in the district's areas.</param>
/// <param name="Service">Service code.</param>
/// <param name="Group">Demand group code.</param>
/// <param name="CapMinutes">Minutes at which people stand who reach nothing; the same in all areas.</param>
/// <param name="Measures">The measures.</param>
public sealed record EquityRow(
    AreaLevel Level, int Area, string Service, string Group, double CapMinutes, EquityMeasures Measures);
