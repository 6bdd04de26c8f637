using System.Globalization;
using SpatialPlanner.Data;
using SpatialPlanner.Engine.Siting;
using SpatialPlanner.Planning.Siting;

namespace SpatialPlanner.Cli.Common;

/// <summary>The progress of a search for a plan: the best plan so far, the bound and the gap between them.</summary>
internal sealed class SitingProgressLine(IProgress<Progress> line) : IProgress<SitingProgress>
{
    public void Report(SitingProgress value) => line.Report(new Progress(Text(value), value.Nodes, null));

    private static string Text(SitingProgress value)
    {
        var (plan, bound) = (Shown(value.Objective), Shown(value.Bound));
        var gap = value is { Objective: { } objective, Bound: { } best } && best > 0 && double.IsFinite(best)
            ? string.Create(CultureInfo.InvariantCulture, $", gap {Math.Max(0, 100 * (best - objective) / best):F2} %") : string.Empty;
        return $"{value.Stage}: plan {plan}, bound {bound}{gap}, nodes";
    }

    private static string Shown(double? value) => value is { } v && double.IsFinite(v)
        ? (v / PlanProblem.ValueOfOne).ToString("N1", CultureInfo.InvariantCulture) : "-";
}
