using System.Text.Json.Nodes;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Cli;

/// <summary>From hand-written files to the result files by the command line; every number is known by arithmetic.</summary>
public sealed class HandMadeTownTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Workspace => _folder.File("town.gpkg");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task WalksOfEveryBuildingAreTheLengthsOfTheStreets()
    {
        await Import();
        await Run("coverage", "-w", Workspace, "--service", "meals", "--service", "pharmacy", "--metres", "460", "--profile", "planning", "--out", _folder.File("o"));
        var found = JsonNode.Parse(await File.ReadAllTextAsync(_folder.File("o/buildings.geojson")))!["features"]!.AsArray()
            .Select(f => f!["properties"]!.AsObject().Select(p => p.Value?.ToJsonString() ?? "null"))
            .Select(values => string.Join(' ', values).Replace("\\u8FDC", "远", StringComparison.Ordinal));
        // id, community, people, then metres, seconds at 1 m/s and whether within 460 m, for meals and for the pharmacy.
        Assert.Equal(
            [
                "\"b00\" \"W\" 10 700 700 false 0 0 true",
                "\"b25\" \"W\" 20 450 450 true 250 250 true",
                "\"b50\" \"E\" 30 200 200 true 500 500 false",
                "\"b75\" \"E\" 40 450 450 true 750 750 false",
                "\"b99\" \"E\" 50 700 700 false 1000 1000 false",
                "\"远\" \"E\" 7 null null false null null false",
            ],
            found);
    }

    [Fact]
    public async Task TheGapTableAddsUp()
    {
        await Import();
        await Run("coverage", "-w", Workspace, "--service", "meals", "--metres", "460", "--out", _folder.File("o"));
        var lines = await File.ReadAllLinesAsync(_folder.File("o/gaps.csv"));
        Assert.Equal("level,code,name,service,limit_m,limit_s,group,denominator,total,covered,uncovered,share,profile", lines[0]);
        string[] expected =
        [
            "district,D,长安镇,meals,460,460,all,people,157,90,67,0.573248,planning",
            "district,D,长安镇,meals,460,460,age_60_up,people,6,0,6,0,planning",
            "district,D,长安镇,meals,460,541.176,age_0_3,people,0,0,0,,caregiver",
            "district,D,长安镇,meals,460,460,all,dwellings,30,15,15,0.5,planning",
            "district,D,长安镇,meals,460,460,all,buildings,6,3,3,0.5,planning",
            "subdistrict,S,甲街道,meals,460,460,all,people,157,90,67,0.573248,planning",
            "community,W,西社区,meals,460,460,all,people,30,20,10,0.666667,planning",
            "community,W,西社区,meals,460,460,age_60_79,people,2,0,2,0,senior",
            "community,E,\"东“新”\"\"社区\"\"\",meals,460,460,all,people,127,70,57,0.551181,planning",
            "community,E,\"东“新”\"\"社区\"\"\",meals,460,460,all,dwellings,20,10,10,0.5,planning",
        ];
        Assert.Empty(expected.Except(lines));
        // Seven groups of people, dwellings and buildings for each of the four areas.
        Assert.Equal(1 + (4 * 9), lines.Length);
    }

    [Fact]
    public async Task TheSameQuestionGivesTheSameBytes()
    {
        await Import();
        foreach (var folder in new[] { "a", "b" })
        {
            await Run("coverage", "-w", Workspace, "--out", _folder.File(folder));
        }

        foreach (var file in new[] { "buildings.geojson", "gaps.csv", "gaps.geojson" })
        {
            Assert.Equal(await File.ReadAllBytesAsync(_folder.File($"a/{file}")), await File.ReadAllBytesAsync(_folder.File($"b/{file}")));
        }

        Assert.Equal(RunWithoutSeconds("a"), RunWithoutSeconds("b"));
    }

    [Fact]
    public async Task ImportingTheSameFilesAgainChangesNothing()
    {
        await Import();
        var before = Fingerprint();
        await Import();
        Assert.Equal(before, Fingerprint());
        await Import("--replace");
        Assert.Equal(before, Fingerprint());
        await Import("--dry-run");
        Assert.Equal(before, Fingerprint());
        using var workspace = GeoPackageWorkspace.Open(Workspace, readOnly: true);
        Assert.Equal(12, workspace.Imports.Count);
        Assert.All(workspace.Imports, i => Assert.DoesNotContain(Path.DirectorySeparatorChar, i.Source.FileName));
    }

    [Fact]
    public async Task NamesComeOutAsTheyWentIn()
    {
        await Import();
        await Run("export", "-w", Workspace, "--layer", "facilities", "--format", "geojson", "--out", _folder.File("f.geojson"));
        var features = JsonNode.Parse(await File.ReadAllTextAsync(_folder.File("f.geojson")))!["features"]!.AsArray();
        Assert.Equal(HandMadeTown.Canteen, (string)features[0]!["properties"]!["name"]!);
        using var workspace = GeoPackageWorkspace.Open(Workspace, readOnly: true);
        Assert.All(workspace.Read(Buildings), r => Assert.Equal(HandMadeTown.Old, r.Values[Buildings.Require("name")]));
    }

    [Fact]
    public async Task AWalkIsExplainedInWordsAndAsTheApiDoes()
    {
        await Import();
        string[] question = ["explain", "-w", Workspace, "--building", "b99", "--service", "meals", "--profile", "planning"];
        var (code, output, error) = await RunPlanner.With([.. question, "--metres", "460", "--out", _folder.File("walk.geojson")]);
        Assert.True(code == 0, error);
        Assert.Contains("700 m, 700 s", output, StringComparison.Ordinal);
        Assert.Contains("beyond the limit of 460 m, 460 s by 240 m", output, StringComparison.Ordinal);
        Assert.Contains("no single change would do", output, StringComparison.Ordinal);
        var walk = JsonNode.Parse(await File.ReadAllTextAsync(_folder.File("walk.geojson")))!["features"]![0]!;
        Assert.Equal(("F1", 700.0), ((string)walk["properties"]!["facility"]!, (double)walk["properties"]!["metres"]!));
        // With 680 m a path across the corner of street and lane saves the 20 m.
        (_, output, _) = await RunPlanner.With([.. question, "--metres", "680", "--json"]);
        var answer = JsonNode.Parse(output)!;
        Assert.Equal((700.0, 20.0), ((double)answer["metres"]!, (double)answer["over_m"]!));
        var fix = answer["fixes"]!.AsArray().Single()!;
        Assert.Equal("new_link", (string)fix["kind"]!);
        Assert.InRange((double)fix["gap_m"]!, 20, 60);
        Assert.InRange((double)fix["metres"]!, 640, 680);
        (code, output, _) = await RunPlanner.With([.. question, "--metres", "680", "--lang", "zh"]);
        Assert.Contains("新建", output, StringComparison.Ordinal);
        Assert.Equal(1, (await RunPlanner.With("explain", "-w", Workspace, "--building", "nobody", "--service", "meals")).Code);
        Assert.Equal(2, (await RunPlanner.With("explain", "-w", Workspace, "--building", "b99", "--service", "magic")).Code);
        Assert.Equal(2, (await RunPlanner.With([.. question, "--time", "soon"])).Code);
    }

    [Fact]
    public async Task TheRunRecordsTheWalkersTheCrossingsAndTheTime()
    {
        await Import();
        await Run("coverage", "-w", Workspace, "--service", "health", "--time", "Sa 21:30", "--out", _folder.File("o"));
        var run = JsonNode.Parse(await File.ReadAllTextAsync(_folder.File("o/run.json")))!;
        Assert.Equal(("Sa 21:30", 0), ((string)run["time"]!, (int)run["gates_shut"]!));
        var walkers = run["services"]![0]!["group_profiles"]!;
        Assert.Equal(("planning", "senior;senior_80"), ((string)walkers["all"]!, (string)walkers["age_60_up"]!));
        Assert.Equal(20, (double)run["crossings"]![0]!["wait_s"]!);
        Assert.Equal(0.4, (double)run["profiles"]!.AsArray().Single(p => (string)p!["code"]! == "senior")!["steps_share"]!);
    }

    private async Task Import(params string[] options)
    {
        foreach (var (file, layer) in HandMadeTown.Write(_folder))
        {
            await Run(["import", file, "-w", Workspace, "--layer", layer, .. options]);
        }
    }

    private static async Task Run(params string[] args)
    {
        var (code, _, error) = await RunPlanner.With(args);
        Assert.True(code == 0, error);
    }

    private string Fingerprint()
    {
        using var workspace = GeoPackageWorkspace.Open(Workspace, readOnly: true);
        return workspace.Fingerprint();
    }

    private string RunWithoutSeconds(string folder)
    {
        var run = JsonNode.Parse(File.ReadAllText(_folder.File($"{folder}/run.json")))!.AsObject();
        Assert.True(run.Remove("seconds"));
        return run.ToJsonString();
    }
}
