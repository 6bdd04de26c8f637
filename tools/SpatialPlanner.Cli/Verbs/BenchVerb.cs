using System.CommandLine;
using SpatialPlanner.Cli.Bench;
using SpatialPlanner.Cli.Common;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Rules;

namespace SpatialPlanner.Cli.Verbs;

/// <summary><c>planner bench</c>: seeded measurements of the engine, on towns of its own or on graph files.</summary>
public static class BenchVerb
{
    private const int Runs = 5;
    private const int PointsToLink = 1_000_000;
    private const int NodesPerFacility = 220;
    private static readonly int[] Sizes = [100_000, 300_000, 1_000_000];

    private static readonly Option<bool> Smoke = new("--smoke") { Description = "One small town, one run: does it work? 冒烟测试" };
    private static readonly Option<string?> Graph = new("--graph") { Description = "Prefix of graph files (.nodes.f64, .edges.i32, .w.f64); these have no buildings, so coverage and what-if are left out 图文件（无建筑）" };
    private static readonly Option<string?> Facilities = new("--facilities") { Description = "Junctions of the facilities (.i32) 设施节点" };
    private static readonly Option<double?> LimitM = CommonOptions.Number("--limit-m", "Limit in metres (default 1200) 距离上限");
    private static readonly Option<int?> Nodes = new("--nodes") { Description = "One generated town of about so many nodes instead of three (100 to 4000000) 节点数" };
    private static readonly Option<int?> Buildings = new("--buildings") { Description = "Buildings of a generated town (default: as many as nodes) 建筑数" };

    private static readonly Option<string?> Workspace = new("--workspace", "-w") { Description = "Measure the questions of a workspace instead: a .gpkg file 改测一个工作区" };
    private static readonly Option<int?> Import = new("--import")
    {
        Description = "Measure files instead: write, read and import so many buildings, beside ogr2ogr 改测导入，建筑数",
    };

    private static readonly Option<int?> Tiles = new("--tiles") { Description = "Measure one vector tile of so many polygons instead 改测一张矢量瓦片，多边形数" };

    private static readonly Option<bool> Siting = new("--siting") { Description = "Measure siting instead, beside the solvers that are installed (cbc, glpsol, highs) 改测选址求解" };
    private static readonly Option<double?> Seconds = CommonOptions.Number("--time-limit", "Seconds for each run of --siting (default 60) 每次求解的时限（秒）");
    private static readonly Option<string?> City = new("--city") { Description = "One city of --siting by its name 只测一个城市" };
    private static readonly Option<string?> Rules = CommonOptions.Rules();

    public static Verb Make() => new(
        new Command("bench", "Measure the engine 性能测试")
        {
            Smoke, Graph, Facilities, LimitM, Nodes, Buildings, Workspace, Import, Tiles, Siting, Seconds, City, Rules,
        },
        Run);

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var limitM = parsed.GetValue(LimitM) ?? 1200;
        if (limitM is not (> 0 and <= 20_000))
        {
            throw new UsageException("--limit-m 应大于 0、不超过 20000", "--limit-m must be above 0 and at most 20000");
        }

        if (parsed.GetValue(Siting))
        {
            return MeasureSiting(parsed, terminal);
        }

        var limitMm = (int)Math.Round(limitM * 1000);
        var results = new List<BenchResult>();
        foreach (var measure in parsed.GetValue(Import) is { } files
            ? [() => MeasureFiles(files, parsed, terminal)]
            : parsed.GetValue(Tiles) is { } polygons ? [() => MeasureTile(polygons, terminal)]
            : parsed.GetValue(Workspace) is { } workspace
            ? [() => Measure(workspace, parsed, limitMm, terminal)]
            : Measurements(parsed, limitMm, terminal.Cancel))
        {
            results.Add(measure());
            BenchReport.Print(terminal, results[^1], results[0]);
        }

        terminal.PrintJson(json => BenchReport.Write(json, results));
        return ExitCode.Done;
    }

    /// <summary>To be run one after the other, so that only one graph is in memory.</summary>
    private static IEnumerable<Func<BenchResult>> Measurements(ParseResult parsed, int limitMm, CancellationToken cancel)
    {
        var (graph, facilities) = (parsed.GetValue(Graph), parsed.GetValue(Facilities));
        var (nodes, buildings) = (parsed.GetValue(Nodes), parsed.GetValue(Buildings));
        if (graph is null != facilities is null)
        {
            throw new UsageException("--graph 与 --facilities 必须同时给出", "give --graph and --facilities together");
        }

        if (nodes is < 100 or > 4_000_000 || buildings is < 1 or > 4_000_000)
        {
            throw new UsageException("--nodes 应为 100 至 4000000，--buildings 应为 1 至 4000000", "--nodes must be 100 to 4000000, --buildings 1 to 4000000");
        }

        if (graph is not null)
        {
            return [() => Measure(BenchGraph.Read(graph, facilities!), 0, limitMm, Runs, PointsToLink, cancel)];
        }

        var isSmoke = parsed.GetValue(Smoke);
        int[] sizes = nodes is { } given ? [given] : isSmoke ? [3600] : Sizes;
        return sizes.Select<int, Func<BenchResult>>(size => () =>
        {
            var side = (int)Math.Round(Math.Sqrt(size));
            var town = BenchGraph.Grid(side, Math.Max(BenchCity.ServiceCount, side * side / NodesPerFacility));
            return Measure(
                town, buildings ?? side * side, limitMm, isSmoke ? 1 : Runs, isSmoke ? 10_000 : PointsToLink, cancel);
        });
    }

    private static int MeasureSiting(ParseResult parsed, Terminal terminal)
    {
        var seconds = parsed.GetValue(Seconds) ?? 60;
        var (name, cases) = (parsed.GetValue(City), parsed.GetValue(Smoke) ? SitingCase.Smoke : SitingCase.All);
        var names = string.Join(", ", cases.Select(c => c.Name));
        if (seconds is not (>= 1 and <= 86_400))
        {
            throw new UsageException("--time-limit 应为 1 至 86400", "--time-limit must be 1 to 86400");
        }

        if (name is not null && !cases.Any(c => c.Name == name))
        {
            throw new UsageException($"--city {name}：可用 {names}", $"--city {name}: use one of {names}");
        }

        var (bench, runs) = (new SitingBench(seconds, terminal.Cancel), new List<SitingRun>());
        SitingBenchReport.Head(terminal);
        foreach (var run in cases.Where(c => name is null || c.Name == name).SelectMany(bench.Run))
        {
            runs.Add(run);
            SitingBenchReport.Print(terminal, run);
        }

        terminal.PrintJson(json => SitingBenchReport.Write(json, runs));
        return ExitCode.Done;
    }

    private static BenchResult MeasureFiles(int buildings, ParseResult parsed, Terminal terminal)
    {
        if (buildings is < 1 or > 10_000_000)
        {
            throw new UsageException("--import 应为 1 至 10000000", "--import must be 1 to 10000000");
        }

        var tasks = new ImportBench(buildings, RulePackFiles.Load(parsed.GetValue(Rules)), terminal.Cancel).Run();
        return new("files", 0, 0, buildings, 0, BenchMemory.Now(), tasks);
    }

    private static BenchResult MeasureTile(int polygons, Terminal terminal)
    {
        if (polygons is < 1 or > 4_000_000)
        {
            throw new UsageException("--tiles 应为 1 至 4000000", "--tiles must be 1 to 4000000");
        }

        return new("tile", 0, 0, polygons, 0, BenchMemory.Now(), [new TileBench(polygons, new BenchClock(Runs, terminal.Cancel)).Run()]);
    }

    private static BenchResult Measure(string workspace, ParseResult parsed, int limitMm, Terminal terminal)
    {
        var clock = new BenchClock(parsed.GetValue(Smoke) ? 1 : Runs, terminal.Cancel);
        LoadedDistrict? loaded = null;
        var loadMs = clock.Once(() => loaded = LoadDistrict.From(workspace, parsed.GetValue(Rules), terminal));
        var district = loaded!.District;
        var graph = new BenchGraph(
            Path.GetFileName(workspace), district.Network, district.Network.NodeCount, district.FacilityLinks, loadMs);
        var network = new NetworkBench(graph, limitMm, parsed.GetValue(Smoke) ? 10_000 : PointsToLink, clock);
        var questions = new WorkspaceBench(loaded, parsed.GetValue(Smoke) ? 1 : Runs, clock);
        List<BenchTask> tasks = [.. network.Run(), .. questions.Run()];
        var memory = BenchMemory.Now();
        GC.KeepAlive(loaded);
        return new(
            graph.Name, graph.JunctionCount, district.Network.EdgeCount, district.Buildings.Count, loadMs, memory, tasks);
    }

    private static BenchResult Measure(
        BenchGraph graph, int buildings, int limitMm, int runs, int points, CancellationToken cancel)
    {
        var clock = new BenchClock(runs, cancel);
        var tasks = new NetworkBench(graph, limitMm, points, clock).Run().ToList();
        if (buildings == 0)
        {
            return new(
                graph.Name, graph.JunctionCount, graph.Network.EdgeCount, 0, graph.BuildMs, BenchMemory.Now(), tasks);
        }

        var city = BenchCity.Make(graph, buildings);
        var bench = new CityBench(city.District, limitMm, runs, clock);
        tasks.AddRange(bench.Run());
        var memory = BenchMemory.Now();
        GC.KeepAlive(bench);
        return new(
            graph.Name, graph.JunctionCount, graph.Network.EdgeCount, buildings, graph.BuildMs + city.LoadMs, memory, tasks);
    }
}
