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

    private static readonly Option<string> Out = new("--out")
    {
        Description = "Folder for buildings.geojson, gaps.csv, gaps.geojson, run.json 输出文件夹",
        Required = true,
    };

    public static Verb Make() => new(
        new Command("coverage", "Who is within the walk limit of each service 步行覆盖与盲区")
        {
            Workspace, Rules, Services, Limit.Minutes, Limit.Metres, Limit.Profile, Out,
        },
        Run);

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var limit = Limit.LimitOf(parsed);
        var seconds = new Dictionary<string, double>();
        var clock = Stopwatch.StartNew();
        void Lap(string step)
        {
            seconds[step] = Math.Round(clock.Elapsed.TotalSeconds, 3);
            clock.Restart();
        }

        var loaded = LoadDistrict.From(parsed, Workspace, Rules, terminal);
        Lap("load");
        var profile = Limit.ProfileOf(parsed, loaded);
        var answers = ResultLayers.Answers(loaded, [.. ServicesOf(parsed, loaded)], limit, profile, cancel: terminal.Cancel);
        Lap("coverage");
        var folder = parsed.GetValue(Out)!;
        var files = CoverageRun.Write(folder, loaded, answers, seconds, terminal.Cancel);
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
        var codes = parsed.GetValue(Services) ?? [];
        foreach (var code in codes)
        {
            if (loaded.Pack.IndexOfService(code) < 0)
            {
                var known = string.Join(", ", loaded.Pack.Services.Select(s => s.Code));
                throw new UsageException($"没有服务 {code}；可用：{known}", $"there is no service {code}; use one of {known}");
            }
        }

        return codes.Length == 0
            ? Enumerable.Range(0, loaded.Pack.Services.Count)
            : codes.Select(loaded.Pack.IndexOfService).Distinct();
    }
}
