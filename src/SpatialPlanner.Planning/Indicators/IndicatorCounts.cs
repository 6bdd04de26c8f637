namespace SpatialPlanner.Planning.Indicators;

/// <summary>How much of a denominator there is in an area, and how much is within a limit.</summary>
/// <param name="Total">All of it.</param>
/// <param name="Network">Within the limit along the walk network.</param>
/// <param name="Circle">Within as many metres of a facility in a straight line.</param>
public readonly record struct IndicatorCounts(long Total, long Network, long Circle);
