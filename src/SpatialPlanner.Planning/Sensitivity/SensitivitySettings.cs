using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Planning.Sensitivity;

/// <summary>How far each assumption is moved to either side.</summary>
/// <param name="SpeedPercent">The walker's speed, per cent, from 0 to 99.</param>
/// <param name="Minutes">The limit, minutes; for a limit of metres, the metres of so many minutes at the walker's speed.</param>
/// <param name="LowLinkMetres">The lower limit of linking.</param>
/// <param name="HighLinkMetres">The higher limit of linking.</param>
public sealed record SensitivitySettings(int SpeedPercent, double Minutes, double LowLinkMetres, double HighLinkMetres)
{
    /// <summary>10 %, one minute, 50 m and 200 m.</summary>
    public static SensitivitySettings Default { get; } = new(10, 1, 50, 200);

    /// <summary>The walker at another speed.</summary>
    /// <param name="walker">The walker.</param>
    /// <param name="isHigh">True for the faster one.</param>
    public WalkerPace Pace(WalkerProfile walker, bool isHigh) => walker.Pace with
    {
        SpeedMmPerS = (int)Math.Max(
            1, Math.Round(walker.SpeedMmPerS * (100 + (isHigh ? SpeedPercent : -SpeedPercent)) / 100.0)),
    };

    /// <summary>The moved limit; not below 0.</summary>
    /// <param name="limit">The limit.</param>
    /// <param name="walker">The walker.</param>
    /// <param name="isHigh">True for the larger one.</param>
    public CoverageLimit Limit(CoverageLimit limit, WalkerProfile walker, bool isHigh)
    {
        var minutes = CoverageLimit.OfMinutes(isHigh ? Minutes : -Minutes);
        var step = limit.IsDistance ? minutes.Value * walker.SpeedMmPerS / 1000 : minutes.Value;
        return limit with { Value = Math.Max(0, limit.Value + step) };
    }
}
