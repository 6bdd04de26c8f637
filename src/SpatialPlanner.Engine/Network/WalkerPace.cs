namespace SpatialPlanner.Engine.Network;

/// <summary>How fast a walker gets on.</summary>
/// <param name="SpeedMmPerS">Speed on the level, millimetres a second.</param>
/// <param name="StepsShare">Speed along steps as a share of the speed on the level, above 0; 1 where steps slow nobody.</param>
public readonly record struct WalkerPace(int SpeedMmPerS, double StepsShare = 1)
{
    /// <summary>The largest share that <see cref="SlopeShare"/> gives, at 5 % downhill: exp(3.5 × 0.05).</summary>
    public const double FastestShare = 1.1912462;

    /// <summary>
    /// Speed on a slope as a share of the speed on the level: Tobler's hiking function (Tobler 1993),
    /// exp(-3.5 |S + 0.05|), scaled to 1 at S = 0. Steeper than 1 in 1 counts as 1 in 1.
    /// </summary>
    /// <param name="grade">Rise over run in the direction of walking.</param>
    public static double SlopeShare(double grade) =>
        Math.Exp(-3.5 * (Math.Abs(Math.Clamp(grade, -1, 1) + 0.05) - 0.05));
}
