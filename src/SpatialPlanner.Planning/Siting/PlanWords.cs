using System.Globalization;

namespace SpatialPlanner.Planning.Siting;

/// <summary>Figures of plans as people read them, the same in every culture.</summary>
public static class PlanWords
{
    /// <summary>A count with thousands apart.</summary>
    /// <param name="number">Number.</param>
    public static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A floor area, m².</summary>
    /// <param name="m2">Floor area, m².</param>
    public static string Area(double m2) => m2.ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>A share as per cent.</summary>
    /// <param name="share">Share, 0..1.</param>
    /// <param name="digits">Digits behind the point.</param>
    public static string Share(double share, int digits = 1) =>
        (100 * share).ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + " %";
}
