using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SpatialPlanner.Cli.Common;
using SpatialPlanner.Data.Health;

namespace SpatialPlanner.Cli.Verbs;

/// <summary><c>planner check</c>: what is known about the health of the data.</summary>
public static class CheckVerb
{
    private static readonly Option<string> Workspace = CommonOptions.Workspace();
    private static readonly Option<string?> Rules = CommonOptions.Rules();

    public static Verb Make() => new(
        new Command("check", "Check the health of the data 数据体检") { Workspace, Rules }, Run);

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var loaded = LoadDistrict.From(parsed, Workspace, Rules, terminal);
        var findings = HealthReport.Make(loaded, terminal.Cancel);
        foreach (var finding in findings)
        {
            var (zh, en) = finding.Grade switch
            {
                HealthGrade.Problem => ("问题", "problem"),
                HealthGrade.Warning => ("提示", "warning"),
                _ => ("信息", "note   "),
            };
            terminal.Print(new($"{zh}  {finding.Layer}：{finding.Text.Zh}", $"{en}  {finding.Layer}: {finding.Text.En}"));
            foreach (var p in finding.Grade == HealthGrade.Note ? [] : finding.Places.Take(5))
            {
                var gap = p.GapM is { } m ? string.Create(CultureInfo.InvariantCulture, $", {m:F2} m") : string.Empty;
                var place = $"{p.Id}{(p.OtherId is null ? string.Empty : $" + {p.OtherId}")}, "
                    + string.Create(CultureInfo.InvariantCulture, $"{p.Lon:F7}, {p.Lat:F7}{gap}");
                terminal.Print(new($"        {place}", $"         {place}"));
            }

            if (finding.Places.Count == 0 && finding.Ids.Count > 0 && finding.Grade != HealthGrade.Note)
            {
                var ids = string.Join(", ", finding.Ids.Take(5)) + (finding.Count > 5 ? ", ..." : string.Empty);
                terminal.Print(new($"        {ids}", $"         {ids}"));
            }
        }

        terminal.PrintJson(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("findings");
            foreach (var finding in findings)
            {
                json.WriteStartObject();
                json.WriteString("grade", finding.Grade.ToString().ToLowerInvariant());
                json.WriteString("code", finding.Code);
                json.WriteString("layer", finding.Layer);
                json.WriteNumber("count", finding.Count);
                JsonParts.Text(json, "text", finding.Text);
                json.WriteStartArray("ids");
                foreach (var id in finding.Ids)
                {
                    json.WriteStringValue(id);
                }

                json.WriteEndArray();
                WritePlaces(json, finding.Places);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
        return findings.Any(f => f.Grade == HealthGrade.Problem) ? ExitCode.Problems : ExitCode.Done;
    }

    private static void WritePlaces(Utf8JsonWriter json, IReadOnlyList<HealthPlace> places)
    {
        if (places.Count == 0)
        {
            return;
        }

        json.WriteStartArray("places");
        foreach (var place in places)
        {
            json.WriteStartObject();
            json.WriteString("id", place.Id);
            json.WriteString("other_id", place.OtherId);
            json.WriteNumber("lon", place.Lon);
            json.WriteNumber("lat", place.Lat);
            if (place.GapM is { } gap)
            {
                json.WriteNumber("gap_m", gap);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
