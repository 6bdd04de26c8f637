using System.Globalization;
using System.Text.Json;
using SpatialPlanner.Cli.Common;

namespace SpatialPlanner.Cli.Bench;

/// <summary>Shows what siting took.</summary>
internal static class SitingBenchReport
{
    /// <summary>The head of the table.</summary>
    public static void Head(Terminal terminal) =>
        Line(terminal, $"{"city",-14}{"sites × points",18}{"rows",9}{"p",5}  {"solver",-8}{"status",-10}{"covered",12}{"bound",14}{"gap",10}{"seconds",9}");

    /// <summary>A line.</summary>
    public static void Print(Terminal terminal, SitingRun run)
    {
        var c = CultureInfo.InvariantCulture;
        var city = run.Case.City;
        Line(terminal, string.Create(c, $"{run.Case.Name,-14}{$"{city.Sites} × {city.Points}",18}{run.Rows,9}{run.Sites,5}  {run.Solver,-8}{run.Status,-10}")
            + string.Create(c, $"{run.Objective?.ToString("N0", c) ?? "-",12}{run.Bound?.ToString("N0", c) ?? "-",14}{run.Gap?.ToString("P3", c) ?? "-",10}{run.Seconds,9:F2}"));
    }

    /// <summary>All runs.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<SitingRun> runs)
    {
        json.WriteStartObject();
        JsonParts.List(json, "siting", runs, run =>
        {
            json.WriteStartObject();
            json.WriteString("city", run.Case.Name);
            json.WriteNumber("sites", run.Case.City.Sites);
            json.WriteNumber("points", run.Case.City.Points);
            json.WriteNumber("limit_m", run.Case.LimitM);
            json.WriteNumber("rows", run.Rows);
            json.WriteNumber("entries", run.Entries);
            json.WriteNumber("p", run.Sites);
            json.WriteString("solver", run.Solver);
            json.WriteString("status", run.Status);
            WriteOrNull(json, "objective", run.Objective);
            WriteOrNull(json, "bound", run.Bound is { } bound ? Math.Round(bound, 3) : null);
            WriteOrNull(json, "gap", run.Gap);
            json.WriteNumber("seconds", Math.Round(run.Seconds, 3));
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteOrNull(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void Line(Terminal terminal, string text) => terminal.Print(new(text, text));
}
