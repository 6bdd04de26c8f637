using SpatialPlanner.Engine.Districts;

namespace SpatialPlanner.Planning.Gaps;

/// <summary>What a share is a share of.</summary>
public enum Denominator
{
    /// <summary>People of the row's group.</summary>
    People,

    /// <summary>Dwellings.</summary>
    Dwellings,

    /// <summary>Buildings with people.</summary>
    Buildings,
}

/// <summary>One row of the gap table: how much of an area is within the limit of a service.</summary>
/// <param name="Level">Level of the area.</param>
/// <param name="Area">The area, as its place in the district's areas.</param>
/// <param name="Service">Service code.</param>
/// <param name="LimitM">
/// The limit in metres; derived where minutes were typed, and null where the group's parts walk at different speeds.
/// </param>
/// <param name="LimitS">The limit in seconds; derived where metres were typed, null likewise.</param>
/// <param name="Group">Demand group code; <c>all</c> for dwellings and buildings.</param>
/// <param name="Denominator">What is counted.</param>
/// <param name="Total">Count in the area.</param>
/// <param name="Covered">Count within the limit.</param>
/// <param name="Profile">Profile code of the walker, several joined by <c>;</c> where the group's parts walk differently.</param>
public sealed record GapRow(
    AreaLevel Level, int Area, string Service, double? LimitM, double? LimitS, string Group, Denominator Denominator,
    long Total, long Covered, string Profile)
{
    /// <summary>Count outside the limit (服务盲区).</summary>
    public long Uncovered => Total - Covered;

    /// <summary>Covered share, 0..1; null where there is nothing to cover.</summary>
    public double? Share => Total == 0 ? null : (double)Covered / Total;
}
