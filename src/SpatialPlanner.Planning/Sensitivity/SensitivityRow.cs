using SpatialPlanner.Engine.Districts;

namespace SpatialPlanner.Planning.Sensitivity;

/// <summary>
/// One row of the sensitivity table: how many people of a service's group in an area are outside the limit as its rule
/// says, and how many under an assumption moved to either side.
/// </summary>
/// <param name="Level">Level of the area.</param>
/// <param name="Area">The area, as its place in the district's areas.</param>
/// <param name="Service">Service code.</param>
/// <param name="Assumption">The assumption; null for the row of all of them, each moved alone.</param>
/// <param name="Total">People of the group in the area.</param>
/// <param name="BaseOut">People outside by the rule.</param>
/// <param name="LowOut">People outside with the low setting; null in the row of all.</param>
/// <param name="HighOut">People outside with the high setting; null in the row of all.</param>
/// <param name="LeastOut">Lower end of the band.</param>
/// <param name="MostOut">Upper end of the band.</param>
/// <param name="Rank">
/// Place of the assumption by its swing, 1 for the largest; ties in the order of the assumptions. Null in the row of all.
/// </param>
/// <param name="MovedMostBy">In the row of all: the assumption with the largest swing, null where none moves anybody.</param>
public sealed record SensitivityRow(
    AreaLevel Level, int Area, string Service, Assumption? Assumption, long Total, long BaseOut, long? LowOut,
    long? HighOut, long LeastOut, long MostOut, int? Rank, Assumption? MovedMostBy)
{
    /// <summary>Width of the band, people.</summary>
    public long Swing => MostOut - LeastOut;

    /// <summary>Width of the band in percentage points of the total; null where there are no people.</summary>
    public double? SwingPoints => Total == 0 ? null : 100.0 * Swing / Total;
}
