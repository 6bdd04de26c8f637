using System.Globalization;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Data.Results.Fixes;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Cli.Common;

/// <summary>The walk of a building and what would mend it, in sentences.</summary>
public static class ExplainText
{
    public static void Print(
        Terminal terminal, LoadedDistrict loaded, ServiceAnswer answer, int building, WalkExplanation walk, FixList fixes)
    {
        var id = loaded.District.Buildings.Id[building];
        if (walk.Reason is { } reason)
        {
            terminal.Print(new($"{id}：到不了{answer.Service.Name.Zh}：{reason.Zh}", $"{id} reaches no {answer.Service.Name.En}: {reason.En}"));
        }
        else
        {
            PrintWalk(terminal, loaded, answer, id, walk);
        }

        foreach (var fix in fixes.Fixes)
        {
            terminal.Print(Line(fix));
        }

        if (fixes.WhyNone is { } none)
        {
            terminal.Print(none);
        }
    }

    private static void PrintWalk(
        Terminal terminal, LoadedDistrict loaded, ServiceAnswer answer, string id, WalkExplanation walk)
    {
        var facility = loaded.District.Facilities.Id[walk.Facility!.Value];
        var name = loaded.NameOfFacility(walk.Facility.Value);
        terminal.Print(new(
            $"{id} → {facility} {name}：{Way(walk.Metres!.Value, walk.Seconds!.Value)}",
            $"{id} → {facility} {name}: {Way(walk.Metres.Value, walk.Seconds.Value)}"));
        var over = answer.Limit.IsDistance ? $"{Text(Math.Abs(walk.OverM!.Value))} m" : $"{Text(Math.Abs(walk.OverS!.Value))} s";
        var limit = Way(answer.LimitM, answer.LimitS);
        terminal.Print(answer.Walks.IsCovered(Array.IndexOf(loaded.District.Buildings.Id, id), answer.Limit)
            ? new($"在限值 {limit} 之内，余 {over}", $"within the limit of {limit}, {over} to spare")
            : new($"超出限值 {limit}：{over}", $"beyond the limit of {limit} by {over}"));
        var p = walk.Parts;
        foreach (var (zh, en, part) in new[]
        {
            ("路外", "off the network", p.OffNetwork), ("街道", "streets", p.Street), ("过街", "crossings", p.Crossing),
            ("台阶", "steps", p.Steps),
        })
        {
            if (part.Metres > 0)
            {
                terminal.Print(new($"  {zh}：{Way(part.Metres, part.Seconds)}", $"  {en}: {Way(part.Metres, part.Seconds)}"));
            }
        }

        if (p.WaitS > 0)
        {
            terminal.Print(new($"  等候：{Text(p.WaitS)} s", $"  waiting: {Text(p.WaitS)} s"));
        }
    }

    private static LocalText Line(Fix fix)
    {
        var after = Way(fix.Metres, fix.Seconds);
        var at = $"{Degrees(fix.At.X)},{Degrees(fix.At.Y)}";
        var cost = fix.CostCny is { } cny ? CommonOptions.Count((long)cny) : null;
        return fix.Kind switch
        {
            FixKind.IdleSpace => new(
                $"可改：闲置空间 {fix.Id} {fix.Name}（{cost ?? "费用未知"}{(cost is null ? "" : " 元")}），步行 {after}",
                $"would do: idle space {fix.Id} {fix.Name} ({(cost is null ? "cost unknown" : $"CNY {cost}")}), a walk of {after}"),
            FixKind.OpenGate => new(
                $"可改：开放 {fix.Name} 的出入口 {fix.Id}，步行 {after}",
                $"would do: open the gate {fix.Id} of {fix.Name}, a walk of {after}"),
            _ => new(
                $"可改：自 {at} 至 {Degrees(fix.To!.X)},{Degrees(fix.To.Y)} 新建 {Text(fix.GapM!.Value)} m 连接路，步行 {after}",
                $"would do: a new path of {Text(fix.GapM.Value)} m from {at} to {Degrees(fix.To.X)},{Degrees(fix.To.Y)}, a walk of {after}"),
        };
    }

    private static string Way(double metres, double seconds) => $"{Text(metres)} m, {Text(seconds)} s";

    private static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Degrees(double value) => value.ToString("0.000000", CultureInfo.InvariantCulture);
}
