using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SpatialPlanner.Cli.Bench;
using SpatialPlanner.Cli.Common;

namespace SpatialPlanner.Cli.Verbs;

/// <summary><c>planner bench</c>: seeded measurements of the engine, on towns of its own or on graph files.</summary>
public static class BenchVerb
{
    private static readonly Option<bool> Smoke = new("--smoke") { Description = "One small town, one run: does it work? 冒烟测试" };
    private static readonly Option<string?> Graph = new("--graph") { Description = "Prefix of graph files (.nodes.f64, .edges.i32, .w.f64) 图文件" };
    private static readonly Option<string?> Facilities = new("--facilities") { Description = "Junctions of the facilities (.i32) 设施节点" };
    private static readonly Option<double?> LimitM = CommonOptions.Number("--limit-m", "Limit in metres (default 1200) 距离上限");

    public static Verb Make() => new(
        new Command("bench", "Measure the engine 性能测试") { Smoke, Graph, Facilities, LimitM }, Run);

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var limitM = parsed.GetValue(LimitM) ?? 1200;
        if (limitM is not (> 0 and <= 20_000))
        {
            throw new UsageException("--limit-m 应大于 0、不超过 20000", "--limit-m must be above 0 and at most 20000");
        }

        var runs = parsed.GetValue(Smoke) ? 1 : 5;
        var results = new List<(BenchGraph Graph, List<BenchTask> Tasks)>();
        foreach (var graph in Graphs(parsed))
        {
            var tasks = new EngineBench(graph, (int)Math.Round(limitM * 1000), runs, terminal.Cancel).Run().ToList();
            Print(terminal, graph, tasks);
            results.Add((graph, tasks));
        }

        terminal.PrintJson(json => WriteAll(json, results));
        return ExitCode.Done;
    }

    /// <summary>Made one after the other, so that only one is in memory.</summary>
    private static IEnumerable<BenchGraph> Graphs(ParseResult parsed)
    {
        var (graph, facilities) = (parsed.GetValue(Graph), parsed.GetValue(Facilities));
        if (graph is null != facilities is null)
        {
            throw new UsageException("--graph 与 --facilities 必须同时给出", "give --graph and --facilities together");
        }

        if (graph is not null)
        {
            return [BenchGraph.Read(graph, facilities!)];
        }

        int[] sides = parsed.GetValue(Smoke) ? [60] : [316, 548, 1000];
        return sides.Select(side => BenchGraph.Grid(side, side * side / 220));
    }

    private static void Print(Terminal terminal, BenchGraph graph, List<BenchTask> tasks)
    {
        var size = string.Create(CultureInfo.InvariantCulture, $"{graph.Name}: {graph.JunctionCount:N0} nodes, {graph.Network.EdgeCount:N0} edges");
        terminal.Print(new(size, size));
        var sweepMs = tasks[0].MedianMs;
        foreach (var t in tasks)
        {
            var line = string.Create(
                CultureInfo.InvariantCulture,
                $"  {t.Task,-10}{t.MedianMs,10:F1} ms  ({t.Ms.Min():F1} - {t.Ms.Max():F1})  {t.MedianMs / sweepMs:F2} x sweep");
            terminal.Print(new(line, line));
        }
    }

    /// <summary>One graph is one object; the towns of three sizes are a list of them.</summary>
    private static void WriteAll(Utf8JsonWriter json, List<(BenchGraph Graph, List<BenchTask> Tasks)> results)
    {
        if (results is [var (graph, tasks)])
        {
            Write(json, graph, tasks);
            return;
        }

        json.WriteStartArray();
        foreach (var result in results)
        {
            Write(json, result.Graph, result.Tasks);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, BenchGraph graph, List<BenchTask> tasks)
    {
        json.WriteStartObject();
        json.WriteString("graph", graph.Name);
        json.WriteNumber("nodes", graph.JunctionCount);
        json.WriteNumber("edges", graph.Network.EdgeCount);
        json.WriteNumber("threads", 1);
        json.WriteStartArray("tasks");
        foreach (var t in tasks)
        {
            json.WriteStartObject();
            json.WriteString("task", t.Task);
            json.WriteNumber("threads", t.Threads);
            json.WriteNumber("runs", t.Ms.Count);
            json.WriteNumber("median_ms", Math.Round(t.MedianMs, 3));
            json.WriteNumber("min_ms", Math.Round(t.Ms.Min(), 3));
            json.WriteNumber("max_ms", Math.Round(t.Ms.Max(), 3));
            WriteIf(json, "reached", t.Reached);
            WriteIf(json, "sum_m", t.SumM);
            WriteIf(json, "pairs", t.Pairs);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteIf(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }
}
