using System.Globalization;
using System.Text.Json;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Rules;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Cli.Common;

/// <summary>Rule packs as text and JSON.</summary>
internal static class RulesText
{
    public static void List(Terminal terminal, IReadOnlyList<RulePack> packs, IReadOnlyList<RuleVersion> history, string? current)
    {
        foreach (var p in packs)
        {
            var (id, open) = ($"{Mark(p.Id == current)} {p.Id,-24}", p.Rules.Count(r => r.Verification == Verification.Unverified));
            terminal.Print(new(
                $"{id} {p.Edition}  {p.Name.Zh}：{p.Services.Count} 项服务，{p.Rules.Count} 条规则，{open} 条待核实",
                $"{id} {p.Edition}  {p.Name.En}: {p.Services.Count} services, {p.Rules.Count} rules, {open} to be verified"));
        }

        foreach (var v in history.Where(v => v.Json is not null).DistinctBy(v => v.Name))
        {
            terminal.Print(Line(v, v.Name == current));
        }

        terminal.PrintJson(json =>
        {
            json.WriteStartObject();
            json.WriteString("current", current);
            JsonParts.List(json, "packs", packs, p =>
            {
                json.WriteStartObject();
                json.WriteString("id", p.Id);
                json.WriteString("edition", p.Edition);
                JsonParts.Text(json, "name", p.Name);
                json.WriteNumber("services", p.Services.Count);
                json.WriteNumber("rules", p.Rules.Count);
                json.WriteNumber("unverified", p.Rules.Count(r => r.Verification == Verification.Unverified));
                json.WriteEndObject();
            });
            Versions(json, history);
            json.WriteEndObject();
        });
    }

    public static void History(Terminal terminal, IReadOnlyList<RuleVersion> history)
    {
        foreach (var v in history)
        {
            terminal.Print(Line(v, v == history[0]));
        }

        if (history.Count == 0)
        {
            terminal.Print(new($"尚未选用规则包，使用默认的 {RulePackFiles.Default}", $"no pack was chosen yet; the default {RulePackFiles.Default} is used"));
        }

        terminal.PrintJson(json =>
        {
            json.WriteStartObject();
            Versions(json, history);
            json.WriteEndObject();
        });
    }

    public static void Show(Terminal terminal, RulePack pack)
    {
        terminal.Print(new($"{pack.Id} {pack.Edition} {pack.Name.Zh}", $"{pack.Id} {pack.Edition} {pack.Name.En}"));
        foreach (var r in pack.Rules)
        {
            var (criterion, force, sure) = (RuleWords.Criteria.Of(r.Criterion).Name, RuleWords.Forces.Of(r.Force).Name, RuleWords.Verifications.Of(r.Verification).Name);
            var (service, values) = ($"{r.Service ?? "*",-16}", Values(r));
            terminal.Print(new(
                $"{service} {criterion.Zh} {values}  {force.Zh}  {r.Name.Zh}  {r.Clause}  {r.Source.Zh}  [{sure.Zh}]",
                $"{service} {criterion.En} {values}  {force.En}  {r.Name.En}  {r.Clause}  {r.Source.En}  [{sure.En}]"));
        }

        foreach (var s in pack.Services.Where(s => s.Room is not null))
        {
            var (room, head, sure) = (s.Room!, $"{s.Code,-16}", RuleWords.Verifications.Of(s.Room!.Verification).Name);
            var (areas, storeys) = (Figures(room.LeastAreaM2, room.MostAreaM2), Figures(room.LowestStorey, room.HighestStorey));
            terminal.Print(new(
                $"{head} 房间 {areas} ㎡，{storeys} 层，每位 {Figures(room.AreaPerPlaceM2)} ㎡，{Figures(room.CostPerM2Cny)} 元/㎡  {room.Source.Zh}  [{sure.Zh}]",
                $"{head} room {areas} m², storeys {storeys}, {Figures(room.AreaPerPlaceM2)} m² a place, {Figures(room.CostPerM2Cny)} CNY a m²  {room.Source.En}  [{sure.En}]"));
        }

        if (pack.Complex is { } c)
        {
            var codes = string.Join(", ", c.PriorityServices);
            terminal.Print(new(
                $"综合体：≥ {c.LeastAreaM2} ㎡（宜 {c.WishedAreaM2}），≥ {c.LeastFunctions} 项功能，其中 {codes} 至少 {c.LeastPriority} 项  {c.Source.Zh}  [{RuleWords.Verifications.Of(c.Verification).Name.Zh}]",
                $"complex: ≥ {c.LeastAreaM2} m² ({c.WishedAreaM2} wished for), ≥ {c.LeastFunctions} functions, ≥ {c.LeastPriority} of {codes}  {c.Source.En}  [{RuleWords.Verifications.Of(c.Verification).Name.En}]"));
        }

        terminal.PrintJson(json => PackDocument.Write(json, pack));
    }

    public static void Problems(Terminal terminal, string file, IReadOnlyList<RulePackProblem> problems)
    {
        InputProblem[] told =
        [
            .. problems.Select(p => new InputProblem(
                ProblemSeverity.Fatal, file, p.Place, p.What, new("改正规则包中的这一处", "correct this place of the rule pack"))),
        ];
        // All of them: a pack is mended in one go.
        foreach (var line in told)
        {
            terminal.Say(new($"错误: {line.ToLine("zh")}", $"error: {line.ToLine("en")}"));
        }

        if (told.Length == 0)
        {
            terminal.Print(new($"{file}：规则包可用", $"{file}: the pack can be used"));
        }

        terminal.PrintJson(json =>
        {
            json.WriteStartObject();
            json.WriteString("status", told.Length == 0 ? "done" : "problems");
            JsonParts.Problems(json, told);
            json.WriteEndObject();
        });
    }

    public static void Used(Terminal terminal, string workspace, RuleVersion version)
    {
        terminal.Print(new($"{workspace}：现用规则包 {version.Name}", $"{workspace}: the rule pack is now {version.Name}"));
        terminal.PrintJson(json =>
        {
            json.WriteStartObject();
            json.WriteString("status", "done");
            json.WriteString("current", version.Name);
            json.WriteEndObject();
        });
    }

    private static LocalText Line(RuleVersion v, bool isCurrent)
    {
        var line = $"{Mark(isCurrent)} {v.Name,-24} {v.Edition}  {v.SavedAt}  {v.Note}".TrimEnd();
        return new(line, line);
    }

    private static string Mark(bool isCurrent) => isCurrent ? "*" : " ";

    private static string Values(PlanningRule r) => r.ValueTo is { } to
        ? string.Create(CultureInfo.InvariantCulture, $"{r.Value}–{to}") : r.Value.ToString(CultureInfo.InvariantCulture);

    private static string Figures(double? least, double? most) => most is null ? $"≥ {Figures(least)}" : least == most ? Figures(least) : $"{Figures(least)}–{Figures(most)}";

    private static string Figures(double? value) => value is { } v ? v.ToString(CultureInfo.InvariantCulture) : "-";

    private static void Versions(Utf8JsonWriter json, IReadOnlyList<RuleVersion> history) => JsonParts.List(json, "versions", history, v =>
    {
        json.WriteStartObject();
        json.WriteString("name", v.Name);
        json.WriteNumber("seq", v.Seq);
        json.WriteString("pack", v.Pack);
        json.WriteNumber("version", v.Version);
        json.WriteString("edition", v.Edition);
        json.WriteString("based_on", v.BasedOn);
        json.WriteString("saved_at", v.SavedAt);
        json.WriteString("note", v.Note);
        json.WriteEndObject();
    });
}
