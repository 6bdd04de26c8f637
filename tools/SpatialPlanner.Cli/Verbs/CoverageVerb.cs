using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using SpatialPlanner.Cli.Common;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Results;

namespace SpatialPlanner.Cli.Verbs;

/// <summary><c>planner coverage</c>: who is within the limit of each service, as files and a summary.</summary>
public static class CoverageVerb
{
    private static readonly Option<string> Workspace = CommonOptions.Workspace();
    private static readonly Option<string?> Rules = CommonOptions.Rules();
    private static readonly LimitOptions Limit = new();
    private static readonly Option<string[]> Services = new("--service")
    {
        Description = "Service code; several are allowed (default: all of the rule pack) 服务代码",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly TimeOption Time = new();
    private static readonly ScenarioOption Scenario = new();

    private static readonly Option<string> Out = new("--out")
    {
        Description = "Folder for buildings.geojson, gaps.csv, gaps.geojson, run.json 输出文件夹",
        Required = true,
    };

    public static Verb Make() => new(
        new Command("coverage", "Who is within the walk limit of each service 步行覆盖与盲区")
        {
            Workspace, Rules, Services, Limit.Minutes, Limit.Metres, Limit.Profile, Time.Option, Scenario.Option, Out,
        },
        Run);

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var (limit, time) = (Limit.LimitOf(parsed), Time.Of(parsed));
        var seconds = new Dictionary<string, double>();
        var clock = Stopwatch.StartNew();
        void Lap(string step)
        {
            seconds[step] = Math.Round(clock.Elapsed.TotalSeconds, 3);
            clock.Restart();
        }

        var loaded = TimeOption.Apply(time, LoadDistrict.From(parsed, Workspace, Rules, terminal), terminal);
        loaded = Scenario.Apply(parsed, parsed.GetValue(Workspace)!, loaded, terminal);
        Lap("load");
        var profile = Limit.ProfileOf(parsed, loaded);
        var answers = ResultLayers.Answers(loaded, [.. ServicesOf(parsed, loaded)], limit, profile, cancel: terminal.Cancel);
        Lap("coverage");
        var folder = parsed.GetValue(Out)!;
        var files = ResultRun.Write(
            folder, "coverage", new Assessment(loaded, answers), ResultRun.OfCoverage, seconds, null, terminal.Cancel);
        Lap("write");
        foreach (var warning in loaded.Warnings)
        {
            terminal.Say(warning);
        }

        CoverageSummary.Print(terminal, answers);
        var took = string.Join(", ", seconds.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Key} {s.Value:F2} s")));
        terminal.Print(new($"{folder}：{string.Join("、", files)}（{took}）", $"{folder}: {string.Join(", ", files)} ({took})"));
        terminal.PrintJson(json => json.WriteRawValue(File.ReadAllText(Path.Combine(folder, "run.json"))));
        return ExitCode.Done;
    }

    private static IEnumerable<int> ServicesOf(ParseResult parsed, LoadedDistrict loaded)
    {
        int[] services = [.. (parsed.GetValue(Services) ?? []).Select(code => CommonOptions.Service(loaded.Pack, code))];
        return services.Length == 0 ? Enumerable.Range(0, loaded.Pack.Services.Count) : services.Distinct();
    }
}
