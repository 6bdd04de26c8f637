using System.Diagnostics;
using System.Globalization;
using SpatialPlanner.Data;
using SpatialPlanner.Engine.Siting;

namespace SpatialPlanner.Cli.Common;

/// <summary>The progress of a search for a plan: the best plan so far, the bound and the gap between them.</summary>
/// <param name="line">Where it is shown.</param>
/// <param name="unit">What objectives are to be divided by: 1 where they are costs.</param>
internal sealed class SitingProgressLine(IProgress<Progress> line, double unit) : IProgress<SitingProgress>
{
    private readonly Stopwatch clock = Stopwatch.StartNew();

    /// <summary>Seconds of the search alone; null where it has not ended.</summary>
    public double? SearchSeconds { get; private set; }

    public void Report(SitingProgress value)
    {
        if (value.Stage == "review")
        {
            SearchSeconds ??= Math.Round(clock.Elapsed.TotalSeconds, 3);
        }

        line.Report(new Progress(Text(value), value.Nodes, null));
    }

    private string Text(SitingProgress value)
    {
        var (plan, bound) = (Shown(value.Objective), Shown(value.Bound));
        var gap = value is { Objective: { } objective, Bound: { } best } && best > 0 && double.IsFinite(best)
            ? string.Create(CultureInfo.InvariantCulture, $", gap {Math.Max(0, 100 * (best - objective) / best):F2} %") : string.Empty;
        return $"{value.Stage}: plan {plan}, bound {bound}{gap}, nodes";
    }

    private string Shown(double? value) => value is { } v && double.IsFinite(v)
        ? (v / unit).ToString("N1", CultureInfo.InvariantCulture) : "-";
}
