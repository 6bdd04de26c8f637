using System.Globalization;
using System.Text.Json;
using SpatialPlanner.Cli.Common;

namespace SpatialPlanner.Cli.Bench;

/// <summary>Shows what was measured.</summary>
public static class BenchReport
{
    public static void Print(Terminal terminal, BenchResult result, BenchResult smallest)
    {
        if (result.Nodes == 0)
        {
            PrintFiles(terminal, result);
            return;
        }

        Line(terminal, string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Graph}: {result.Nodes:N0} nodes, {result.Edges:N0} edges, {result.Buildings:N0} buildings"));
        foreach (var task in result.Tasks)
        {
            Line(terminal, string.Create(
                CultureInfo.InvariantCulture,
                $"  {task.Label,-14}{task.MedianMs,10:F1} ms  ({task.Ms.Min():F1} - {task.Ms.Max():F1})  "
                + $"{result.InSweeps(task),8:F2} x sweep{Growth(GrowthOf(result, smallest, task))}"));
        }

        var (load, memory) = (result.Growth(smallest, r => r.LoadMs), result.Growth(smallest, r => r.Memory.ManagedBytes));
        Line(terminal, string.Create(
            CultureInfo.InvariantCulture, $"  {"load",-14}{result.LoadMs,10:F1} ms{Growth(load)}"));
        Line(terminal, string.Create(
            CultureInfo.InvariantCulture,
            $"  {"memory",-14}{result.Memory.ManagedBytes / 1e6,10:F1} MB{Growth(memory)}  "
            + $"(process at its peak {result.Memory.PeakBytes / 1e6:F0} MB)"));
    }

    private static void PrintFiles(Terminal terminal, BenchResult result)
    {
        Line(terminal, string.Create(CultureInfo.InvariantCulture, $"{result.Graph}: {result.Buildings:N0} buildings"));
        foreach (var task in result.Tasks)
        {
            Line(terminal, string.Create(
                CultureInfo.InvariantCulture,
                $"  {task.Label,-14}{task.MedianMs / 1000,10:F2} s  {result.Buildings / task.MedianMs * 1000,12:N0} rows/s"));
        }

        Line(terminal, string.Create(
            CultureInfo.InvariantCulture, $"  process at its peak {result.Memory.PeakBytes / 1e6:F0} MB"));
    }

    /// <summary>One graph is one object; the towns of three sizes are a list of them.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<BenchResult> results)
    {
        if (results is [var only])
        {
            Write(json, only, only);
            return;
        }

        json.WriteStartArray();
        foreach (var result in results)
        {
            Write(json, result, results[0]);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, BenchResult result, BenchResult smallest)
    {
        json.WriteStartObject();
        json.WriteString("graph", result.Graph);
        json.WriteNumber("nodes", result.Nodes);
        json.WriteNumber("edges", result.Edges);
        json.WriteNumber("buildings", result.Buildings);
        json.WriteNumber("threads", 1);
        json.WriteNumber("load_ms", Math.Round(result.LoadMs, 3));
        WriteIf(json, "load_growth", result.Growth(smallest, r => r.LoadMs));
        json.WriteNumber("memory_bytes", result.Memory.ManagedBytes);
        WriteIf(json, "memory_growth", result.Growth(smallest, r => r.Memory.ManagedBytes));
        json.WriteNumber("peak_bytes", result.Memory.PeakBytes);
        json.WriteStartArray("tasks");
        foreach (var task in result.Tasks)
        {
            json.WriteStartObject();
            json.WriteString("task", task.Task);
            json.WriteNumber("threads", task.Threads);
            json.WriteNumber("runs", task.Ms.Count);
            json.WriteNumber("median_ms", Math.Round(task.MedianMs, 3));
            json.WriteNumber("min_ms", Math.Round(task.Ms.Min(), 3));
            json.WriteNumber("max_ms", Math.Round(task.Ms.Max(), 3));
            json.WriteNumber("sweeps", Math.Round(result.InSweeps(task), 3));
            WriteIf(json, "growth", GrowthOf(result, smallest, task));
            WriteIf(json, "reached", task.Reached);
            WriteIf(json, "sum_m", task.SumM);
            WriteIf(json, "pairs", task.Pairs);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static double? GrowthOf(BenchResult result, BenchResult smallest, BenchTask task) => result.Growth(
        smallest, r => r.Tasks.First(t => t.Task == task.Task && t.Threads == task.Threads).MedianMs);

    private static string Growth(double? power) =>
        power is { } p ? string.Create(CultureInfo.InvariantCulture, $"  nodes^{p:F2}") : string.Empty;

    private static void Line(Terminal terminal, string text) => terminal.Print(new(text, text));

    private static void WriteIf(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, Math.Round(number, 3));
        }
    }
}
