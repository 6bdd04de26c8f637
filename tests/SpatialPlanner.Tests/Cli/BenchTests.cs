using System.Text.Json;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Cli;

public sealed class BenchTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task AGraphOfTwoEdgesGivesTheSumsByArithmetic()
    {
        // 0 --100 m-- 1 --50 m-- 2, a facility at 0: within 120 m are 0 and 1, at 0 and 100 m.
        Write("g.nodes.f64", BitConverter.GetBytes, 0.0, 0, 100, 0, 150, 0);
        Write("g.edges.i32", BitConverter.GetBytes, 0, 1, 1, 2);
        Write("g.w.f64", BitConverter.GetBytes, 100.0, 50);
        Write("g.fac.i32", BitConverter.GetBytes, 0);
        var (code, output, _) = await RunPlanner.With(
            "bench", "--json", "--graph", folder.File("g"), "--facilities", folder.File("g.fac.i32"), "--limit-m", "120");
        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(output);
        Assert.Equal(3, json.RootElement.GetProperty("nodes").GetInt32());
        var tasks = json.RootElement.GetProperty("tasks").EnumerateArray()
            .Where(t => t.GetProperty("threads").GetInt32() == 1).ToDictionary(t => t.GetProperty("task").GetString()!);
        Assert.Equal((2, 100.0), (tasks["nearest"].GetProperty("reached").GetInt32(), tasks["nearest"].GetProperty("sum_m").GetDouble()));
        Assert.Equal((2, 100.0), (tasks["matrix"].GetProperty("pairs").GetInt32(), tasks["matrix"].GetProperty("sum_m").GetDouble()));
    }

    [Fact]
    public async Task EverySolverThatIsInstalledCoversTheSamePeopleOfASmallCity()
    {
        var (code, output, _) = await RunPlanner.With("bench", "--siting", "--smoke", "--time-limit", "30", "--json");
        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(output);
        var runs = json.RootElement.GetProperty("siting").EnumerateArray().ToList();
        Assert.Equal("own", runs[0].GetProperty("solver").GetString());
        Assert.All(runs, r => Assert.Equal("optimal", r.GetProperty("status").GetString()));
        Assert.Single(runs.Select(r => r.GetProperty("objective").GetInt64()).Distinct());
    }

    [Fact]
    public async Task AGeneratedTownGivesEveryTaskAndTheSameFiguresOnTwoThreads()
    {
        var (code, output, _) = await RunPlanner.With("bench", "--json", "--smoke", "--nodes", "900", "--buildings", "500");
        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(output);
        Assert.Equal(500, json.RootElement.GetProperty("buildings").GetInt32());
        var tasks = json.RootElement.GetProperty("tasks").EnumerateArray().ToLookup(t => t.GetProperty("task").GetString()!);
        Assert.Equal(
            ["bfs", "nearest", "matrix", "link", "isochrone", "coverage", "what-if"], tasks.Select(t => t.Key));
        foreach (var (task, figure) in new[] { ("matrix", "sum_m"), ("matrix", "pairs"), ("link", "reached"), ("coverage", "reached") })
        {
            Assert.Equal([1, 2], tasks[task].Select(t => t.GetProperty("threads").GetInt32()));
            var figures = tasks[task].Select(t => t.GetProperty(figure).GetDouble()).ToList();
            Assert.True(figures[0] > 0);
            Assert.Equal(figures[0], figures[1]);
        }
    }

    [Fact]
    public async Task ATownOfASizeThatCannotBeIsRefused()
    {
        var (code, _, error) = await RunPlanner.With("bench", "--nodes", "5");
        Assert.Equal(2, code);
        Assert.Contains("--nodes", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FilesThatDoNotFitTogetherAreRefused()
    {
        Write("g.nodes.f64", BitConverter.GetBytes, 0.0, 0, 100, 0);
        Write("g.edges.i32", BitConverter.GetBytes, 0, 7);
        Write("g.w.f64", BitConverter.GetBytes, 100.0);
        Write("g.fac.i32", BitConverter.GetBytes, 0);
        var (code, _, error) = await RunPlanner.With("bench", "--graph", folder.File("g"), "--facilities", folder.File("g.fac.i32"));
        Assert.Equal(1, code);
        Assert.Contains("do not fit together", error, StringComparison.Ordinal);
        (code, _, error) = await RunPlanner.With("bench", "--graph", folder.File("none"), "--facilities", folder.File("g.fac.i32"));
        Assert.Equal(1, code);
        Assert.Contains("none.nodes.f64", error, StringComparison.Ordinal);
    }

    private void Write<T>(string name, Func<T, byte[]> bytes, params T[] values) =>
        File.WriteAllBytes(folder.File(name), [.. values.SelectMany(bytes)]);
}
