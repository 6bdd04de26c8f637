using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Coverage;

/// <summary>A limit that is either a distance or a time.</summary>
/// <param name="IsDistance">True where millimetres were typed, false where milliseconds were.</param>
/// <param name="Value">Millimetres or milliseconds.</param>
public readonly record struct CoverageLimit(bool IsDistance, long Value)
{
    /// <summary>A limit in metres.</summary>
    /// <param name="metres">Metres, to the millimetre.</param>
    public static CoverageLimit OfMetres(double metres) => new(true, (long)Math.Round(metres * 1000));

    /// <summary>A limit in minutes.</summary>
    /// <param name="minutes">Minutes, to the millisecond.</param>
    public static CoverageLimit OfMinutes(double minutes) => new(false, (long)Math.Round(minutes * 60_000));

    /// <summary>The largest cost within the limit, in millimetres paced at a speed.</summary>
    /// <param name="speedMmPerS">Walking speed, millimetres a second.</param>
    public int CostMm(int speedMmPerS) =>
        (int)Math.Min(IsDistance ? Value : Value * speedMmPerS / 1000, WalkCosts.LongestMm);

    /// <summary>The limit as metres at a speed.</summary>
    /// <param name="speedMmPerS">Walking speed, millimetres a second.</param>
    public double Metres(int speedMmPerS) => IsDistance ? Value / 1000.0 : Value * (double)speedMmPerS / 1_000_000;

    /// <summary>The limit as seconds at a speed.</summary>
    /// <param name="speedMmPerS">Walking speed, millimetres a second.</param>
    public double Seconds(int speedMmPerS) => IsDistance ? Value / (double)speedMmPerS : Value / 1000.0;
}
