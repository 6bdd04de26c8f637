using System.Globalization;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Demand;
using SpatialPlanner.Planning.Gaps;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Cli.Common;

/// <summary>The coverage of a district in a line a service: what a planner reads first.</summary>
public static class CoverageSummary
{
    public static void Print(Terminal terminal, IReadOnlyList<ServiceAnswer> answers)
    {
        terminal.Print(new(
            "服务              限值                人群            步行范围外人数（占比）",
            "service           limit               who                   outside (share)"));
        foreach (var answer in answers)
        {
            var row = answer.Gaps.First(g => g.Level == AreaLevel.District && g.Group == answer.Service.Group
                && g.Denominator == Denominator.People);
            var group = DemandGroups.Find(answer.Service.Group)!.Name;
            var outside = row.Share is { } share
                ? string.Create(CultureInfo.InvariantCulture, $"{row.Uncovered,10:N0} ({100 * (1 - share):F1} %)")
                : "         - (0)";
            var mark = answer.Service.Verification == Verification.Unverified ? (" 待核实", " limit unverified") : ("", "");
            terminal.Print(new(
                $"{answer.Service.Code,-18}{Limit(answer),-20}{group.Zh,-12}{outside}{mark.Item1}",
                $"{answer.Service.Code,-18}{Limit(answer),-20}{group.En,-20}{outside}{mark.Item2}"));
        }
    }

    /// <summary>The typed limit, and the derived one in brackets.</summary>
    private static string Limit(ServiceAnswer answer) => answer.Typed.IsDistance
        ? string.Create(CultureInfo.InvariantCulture, $"{answer.LimitM:0.#} m (= {answer.LimitS / 60:0.#} min)")
        : string.Create(CultureInfo.InvariantCulture, $"{answer.LimitS / 60:0.#} min (= {answer.LimitM:0.#} m)");
}
