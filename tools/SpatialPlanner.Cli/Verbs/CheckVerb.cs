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
        var findings = HealthReport.Make(loaded);
        foreach (var finding in findings)
        {
            var (zh, en) = finding.Grade switch
            {
                HealthGrade.Problem => ("问题", "problem"),
                HealthGrade.Warning => ("提示", "warning"),
                _ => ("信息", "note   "),
            };
            terminal.Print(new($"{zh}  {finding.Layer}：{finding.Text.Zh}", $"{en}  {finding.Layer}: {finding.Text.En}"));
            foreach (var p in finding.Places.Take(5))
            {
                var place = $"{p.EdgeId}{(p.OtherEdgeId is null ? string.Empty : $" + {p.OtherEdgeId}")}, "
                    + string.Create(CultureInfo.InvariantCulture, $"{p.Lon:F7}, {p.Lat:F7}, {p.GapM:F2} m");
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

    private static void WritePlaces(Utf8JsonWriter json, IReadOnlyList<FaultPlace> places)
    {
        if (places.Count == 0)
        {
            return;
        }

        json.WriteStartArray("places");
        foreach (var place in places)
        {
            json.WriteStartObject();
            json.WriteString("edge_id", place.EdgeId);
            json.WriteString("other_edge_id", place.OtherEdgeId);
            json.WriteNumber("lon", place.Lon);
            json.WriteNumber("lat", place.Lat);
            json.WriteNumber("gap_m", place.GapM);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
