using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using SpatialPlanner.Cli.Common;
using SpatialPlanner.Data.Results;

namespace SpatialPlanner.Cli.Verbs;

/// <summary><c>planner assess</c>: every result of a workspace as files of one folder.</summary>
public static class AssessVerb
{
    private static readonly Option<string> Workspace = CommonOptions.Workspace();
    private static readonly Option<string?> Rules = CommonOptions.Rules();
    private static readonly TimeOption Time = new();
    private static readonly AsOfOption AsOf = new();
    private static readonly Option<string[]> Layers = new("--layer")
    {
        Description = $"Results to write (default: all): {string.Join(", ", ResultLayers.Names)} 结果图层",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string> Out = new("--out")
    {
        Description = "Folder for the tables (.csv), the maps (.geojson) and run.json 输出文件夹",
        Required = true,
    };

    public static Verb Make() => new(
        new Command("assess", "Every result as files: indicators, capacity, needs, demand, equity, gap patches, sensitivity, pilots 全部评估结果")
        {
            Workspace, Rules, Layers, Time.Option, AsOf.Option, Out,
        },
        Run);

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var (results, time, asOf, clock) = (ResultsOf(parsed), Time.Of(parsed), AsOf.Of(parsed), Stopwatch.StartNew());
        var loaded = TimeOption.Apply(time, LoadDistrict.From(parsed, Workspace, Rules, terminal), terminal);
        var seconds = new Dictionary<string, double> { ["load"] = Math.Round(clock.Elapsed.TotalSeconds, 3) };
        var folder = parsed.GetValue(Out)!;
        var files = ResultRun.Write(
            folder, "assess", new Assessment(loaded) { RoomsAsOf = asOf }, results, seconds, terminal.Progress, terminal.Cancel);
        foreach (var warning in loaded.Warnings)
        {
            terminal.Say(warning);
        }

        foreach (var result in results)
        {
            var took = seconds[result.Name].ToString("F2", CultureInfo.InvariantCulture);
            terminal.Print(new($"{result.Name,-24} {result.Layer.Title.Zh}（{took} s）", $"{result.Name,-24} {result.Layer.Title.En} ({took} s)"));
        }

        terminal.Print(new($"{folder}：{files.Count} 个文件", $"{folder}: {files.Count} files"));
        terminal.PrintJson(json => json.WriteRawValue(File.ReadAllText(Path.Combine(folder, "run.json"))));
        return ExitCode.Done;
    }

    private static List<ResultFile> ResultsOf(ParseResult parsed)
    {
        var wanted = parsed.GetValue(Layers) ?? [];
        var names = string.Join(", ", ResultLayers.Names);
        return
        [
            .. (wanted.Length == 0 ? ResultLayers.Names : wanted.Distinct()).Select(name => ResultRun.FileOf(
                ResultLayers.Find(name) ?? throw new UsageException($"没有结果 {name}；可用：{names}", $"there is no result {name}; use some of {names}"))),
        ];
    }
}
