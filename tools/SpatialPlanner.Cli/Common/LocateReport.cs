using System.Globalization;
using System.Text.Json;
using SpatialPlanner.Data.Locate;

namespace SpatialPlanner.Cli.Common;

/// <summary>A location answer as text and as JSON.</summary>
public static class LocateReport
{
    public static void Print(Terminal terminal, LocateTable table, LocateAnswer answer, LocateQuestion question, string path)
    {
        if (answer.Problem is { } problem)
        {
            terminal.Say(new(
                string.Join("；", new[] { problem.Zh }.Concat(answer.Repairs.Select(r => r.Zh))),
                string.Join("; ", new[] { problem.En }.Concat(answer.Repairs.Select(r => r.En)))));
            return;
        }

        var (objective, bound, gap) = (Text(answer.Objective), Text(answer.Bound), (answer.Gap ?? 0).ToString("0.####%", CultureInfo.InvariantCulture));
        var sites = string.Join(", ", answer.Sites.Select(s => table.Sites[s]));
        var name = LocateProblems.NameOf(question.Problem);
        var (proofZh, proofEn) = answer.Gap == 0 ? ("已证明最优", "proved optimal") : ($"界 {bound}，差距 {gap}", $"bound {bound}, gap {gap}");
        terminal.Print(new($"{name}：目标值 {objective}，{proofZh}", $"{name}: {objective}, {proofEn}"));
        terminal.Print(new($"地点（{answer.Sites.Count}）：{sites}", $"sites ({answer.Sites.Count}): {sites}"));
        terminal.Print(new($"{path}；{LocateFiles.SitesPath(path)}", $"{path}; {LocateFiles.SitesPath(path)}"));
    }

    public static void Write(Utf8JsonWriter json, LocateTable table, LocateAnswer answer, LocateQuestion question, string path)
    {
        json.WriteStartObject();
        json.WriteString("status", answer.Word);
        json.WriteString("problem", LocateProblems.NameOf(question.Problem));
        Number(json, "objective", answer.Objective);
        Number(json, "bound", answer.Bound);
        if (answer.Gap is { } gap)
        {
            json.WriteNumber("gap", gap);
        }
        else
        {
            json.WriteNull("gap");
        }

        JsonParts.List(json, "sites", answer.Sites, s => json.WriteStringValue(table.Sites[s]));
        JsonParts.List(
            json, "existing", Enumerable.Range(0, table.Sites.Count).Where(s => table.Role[s] == SiteRole.Existing), s => json.WriteStringValue(table.Sites[s]));
        Number(json, "demand", table.Weight.Sum(w => (decimal)w) / table.WeightScale);
        Number(json, "served", answer.Objective is null ? null : (decimal)answer.ServedUnits / table.WeightScale);
        json.WriteNumber("nodes", answer.Nodes);
        json.WriteString("method", answer.Method);
        json.WriteString("file", answer.Objective is null ? null : path);
        if (answer.Problem is { } problem)
        {
            JsonParts.Text(json, "message", problem);
            json.WriteStartArray("repairs");
            foreach (var repair in answer.Repairs)
            {
                json.WriteStartObject();
                json.WriteString("zh", repair.Zh);
                json.WriteString("en", repair.En);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
        {
            // Six decimals, as the input has; without zeros at the end.
            json.WriteNumber(name, Math.Round(number, 6) / 1.000000000000000000000000000000000m);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static string Text(decimal? value) => value?.ToString("#,0.######", CultureInfo.InvariantCulture) ?? "-";
}
