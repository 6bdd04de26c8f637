using System.Text.Json.Nodes;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Scenarios;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Cli;

public sealed class ScenarioCoverageTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    private static string Save(string path, string name, ScenarioChanges changes)
    {
        using var workspace = Workspaces.Open(path);
        return WorkspaceScenarios.Save(workspace, new("", name, null, null, "", "", null, 0, false, changes), TimeProvider.System).Id;
    }

    private async Task<string> Gaps(string path, string name, params string[] more)
    {
        var output = folder.File(name);
        var (code, _, error) = await RunPlanner.With(["coverage", "-w", path, "--out", output, "--metres", "400", .. more]);
        Assert.True(code == 0, error);
        return await File.ReadAllTextAsync(Path.Combine(output, "gaps.csv"));
    }

    [Fact]
    public async Task CoverageOfAScenarioIsThatOfAWorkspaceInWhichTheChangesWereMade()
    {
        var path = OneStreet.Write(folder);
        var (lon, lat) = OneStreet.At(2000, -10);
        var (movedLon, movedLat) = OneStreet.At(600, -10);
        var id = Save(path, "方案甲", new(
            Add: [new(lon, lat, ["meals", "health"])], Move: [new("F3", movedLon, movedLat)], Close: ["F1"],
            SetServices: [new("F3", ["pharmacy", "culture"])], ClosePaths: ["e10"]));
        var today = await Gaps(path, "today");
        var scenario = await Gaps(path, "scenario", "--scenario", "方案甲");
        Assert.Equal(scenario, await Gaps(path, "by-id", "--scenario", id));
        Assert.NotEqual(today, scenario);

        var made = folder.File("made.gpkg");
        using (var workspace = GeoPackageWorkspace.Create(made))
        {
            workspace.SetInfo(new(new("一条街", "One street"), true, "test"));
            foreach (var (layer, rows) in OneStreet.Layers())
            {
                var changed = layer == WalkEdges ? rows.Where(r => (string)r.Values[0]! != "e10")
                    : layer == Facilities ? new[] { ("F2", lon, lat, "meals;health"), ("F3", movedLon, movedLat, "pharmacy;culture") }.Select(f => Rows.Of(
                        Facilities, new Point(new Coordinate(f.Item2, f.Item3)), ("id", f.Item1), ("services", f.Item4), ("status", "open")))
                    : rows;
                workspace.Commit(Rows.Batch(layer, [.. changed]), Rows.Source, false);
            }
        }

        Assert.Equal(await Gaps(made, "made-out"), scenario);
        var run = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder.File("scenario"), "run.json")))!;
        Assert.Equal((id, "方案甲", 1), ((string)run["scenario"]!["id"]!, (string)run["scenario"]!["name"]!, (int)run["scenario"]!["version"]!));
    }

    [Fact]
    public async Task AScenarioWithoutChangesIsToday()
    {
        var path = OneStreet.Write(folder);
        var before = await Gaps(path, "before");
        Save(path, "empty", new());
        Assert.Equal(before, await Gaps(path, "after", "--scenario", "empty"));
        Assert.Equal(before, await Gaps(path, "today"));
    }

    [Fact]
    public async Task ExplainTellsTheWalkInTheScenario()
    {
        var path = OneStreet.Write(folder);
        var (lon, lat) = OneStreet.At(1500, -10);
        Save(path, "方案乙", new(Add: [new(lon, lat, ["meals"])]));
        string[] asked = ["explain", "-w", path, "--building", "B15", "--service", "meals"];
        var (_, today, _) = await RunPlanner.With(asked);
        Assert.Contains("F1", today, StringComparison.Ordinal);
        var (code, then, error) = await RunPlanner.With([.. asked, "--scenario", "方案乙"]);
        Assert.True(code == 0, error);
        Assert.Contains("B15 → +1", then, StringComparison.Ordinal);
        Assert.DoesNotContain("F1", then, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AScenarioThatIsNotThereOrDoesNotFitIsSaid()
    {
        var path = OneStreet.Write(folder);
        var (code, _, none) = await RunPlanner.With("coverage", "-w", path, "--out", folder.File("a"), "--scenario", "moon");
        Assert.Equal(1, code);
        Assert.Contains("none is saved yet", none, StringComparison.Ordinal);
        Save(path, "old", new(Close: ["F9"]));
        var (wrong, _, said) = await RunPlanner.With("coverage", "-w", path, "--out", folder.File("b"), "--scenario", "old");
        Assert.Equal(1, wrong);
        Assert.Contains("close[0]", said, StringComparison.Ordinal);
        Assert.Contains("F9", said, StringComparison.Ordinal);
    }
}
