using System.Text.Json.Nodes;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Cli;

/// <summary>
/// Repair of a street network by the command line: a street, a lane that crosses it without a junction, a path that
/// stops 1.1 m short of it, and an alley from its end that is there twice.
/// </summary>
public sealed class RepairTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Workspace => _folder.File("w.gpkg");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task NothingIsMendedUnasked()
    {
        await Import();

        Assert.Equal(["alley", "alley2", "lane", "path", "street"], Edges());
        Assert.Equal(
            ["network_crossings 1", "network_duplicates 1", "network_undershoots 1"], await Findings());
        Assert.Equal(5, await Export("walk_edges"));
        Assert.Equal(3, await Export("network_faults"));
        Assert.Equal(0, await Export("network_repairs"));
    }

    [Fact]
    public async Task WhatIsMendedIsCountedLoggedAndFoundNoMore()
    {
        var files = await Import("--repair", "all");

        Assert.Equal(
            """{"zero_length":0,"duplicate":1,"crossing":1,"undershoot":1}""", files[0]!["repairs"]!.ToJsonString());
        Assert.Equal(["alley", "lane~1", "lane~2", "path", "street~1", "street~2", "street~3"], Edges());
        Assert.Equal(["network_repaired 3"], await Findings());
        Assert.Equal(3, await Export("network_repairs"));
        Assert.Equal(0, await Export("network_faults"));
        using var workspace = GeoPackageWorkspace.Open(Workspace, readOnly: true);
        var record = Assert.Single(workspace.Imports, i => i.Layer == "walk_edges");
        Assert.Equal((5, 7, 6, 0), (record.RowsRead, record.RowsTaken, record.RowsRepaired, record.RowsRejected));
        Assert.All(workspace.Read(NetworkRepairs), r => Assert.Equal("s.geojson", r.Values[^1]));
    }

    [Fact]
    public async Task TheSummarySaysWhatWasMended()
    {
        var (_, output, _) = await RunPlanner.With(
            "import", Streets(), "-w", Workspace, "--layer", "walk_edges", "--repair", "crossings,undershoots");

        Assert.Contains(
            "network repairs: 1 crossings without a junction, 1 undershoots (see the layer network_repairs)", output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATrialRunTellsAndStoresNothing()
    {
        await Import();
        var files = await Import("--repair", "all", "--dry-run");

        Assert.Equal(1, (int)files[0]!["repairs"]!["crossing"]!);
        Assert.Equal(["alley", "alley2", "lane", "path", "street"], Edges());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AFileImportedAgainTakesThePlaceOfItsMendedEdges(bool replace)
    {
        string[] options = replace ? ["--replace"] : [];
        await Import("--repair", "all");
        await Import(options);
        Assert.Equal(["alley", "alley2", "lane", "path", "street"], Edges());
        Assert.Equal(0, await Export("network_repairs"));

        await Import(["--repair", "all", .. options]);
        await Import(["--repair", "all", .. options]);
        Assert.Equal(["alley", "lane~1", "lane~2", "path", "street~1", "street~2", "street~3"], Edges());
        Assert.Equal(3, await Export("network_repairs"));
    }

    [Fact]
    public async Task EdgesOfOtherFilesStay()
    {
        await Import("--repair", "all");
        var other = _folder.Write("o.geojson", Collection(Line("far~1", "[108,35],[108.001,35]")));
        await RunPlanner.With("import", other, "-w", Workspace, "--layer", "walk_edges", "--repair", "all");

        Assert.Equal(["alley", "far~1", "lane~1", "lane~2", "path", "street~1", "street~2", "street~3"], Edges());
        Assert.Equal(3, await Export("network_repairs"));
    }

    [Theory]
    [InlineData("gaps")]
    [InlineData("")]
    [InlineData("crossings,all")]
    public async Task AnUnknownKindIsRefused(string kinds)
    {
        var (code, _, error) = await RunPlanner.With(
            "import", Streets(), "-w", Workspace, "--layer", "walk_edges", "--repair", kinds);

        Assert.Equal(2, code);
        Assert.Contains("undershoots", error, StringComparison.Ordinal);
        Assert.False(File.Exists(Workspace));
    }

    [Theory]
    [InlineData("network_repairs", "--repair")]
    [InlineData("rule_packs", "planner rules")]
    public async Task WhatTheProgramWritesTakesNoFile(string layer, string by)
    {
        var (code, _, error) = await RunPlanner.With(
            "import", _folder.Write("p.csv", "id,lon,lat\n1,108,34\n"), "-w", Workspace, "--layer", layer);

        Assert.Equal(1, code);
        Assert.Contains(by, error, StringComparison.Ordinal);
    }

    private async Task<JsonArray> Import(params string[] options)
    {
        var (code, output, error) = await RunPlanner.With(
            ["import", Streets(), "-w", Workspace, "--layer", "walk_edges", "--json", .. options]);
        Assert.True(code == 0, error);
        return JsonNode.Parse(output)!["files"]!.AsArray();
    }

    private async Task<long> Export(string layer)
    {
        var (code, output, error) = await RunPlanner.With(
            "export", "-w", Workspace, "--layer", layer, "--format", "geojson", "--out", _folder.File("out.geojson"), "--json");
        Assert.True(code == 0, error);
        return (long)JsonNode.Parse(output)!["rows"]!;
    }

    // The findings about faults and repairs; each fault tells its edges, its place and how far they are apart.
    private async Task<List<string>> Findings()
    {
        var (_, output, _) = await RunPlanner.With("check", "-w", Workspace, "--json");
        var findings = JsonNode.Parse(output)!["findings"]!.AsArray().Select(f => f!.AsObject())
            .Where(f => (string)f["code"]! is not ("network_size" or "network_islands") && ((string)f["code"]!).StartsWith("network_", StringComparison.Ordinal))
            .ToList();
        foreach (var place in findings.Where(f => (string)f["code"]! != "network_repaired").Select(f => f["places"]![0]!))
        {
            Assert.InRange((double)place["lon"]!, 108, 108.003);
            Assert.NotNull((string?)place["id"]);
            Assert.InRange((double)place["gap_m"]!, 0, 1.2);
        }

        return [.. findings.Select(f => $"{f["code"]} {f["count"]}").Order(StringComparer.Ordinal)];
    }

    private List<string> Edges()
    {
        using var workspace = GeoPackageWorkspace.Open(Workspace, readOnly: true);
        return [.. workspace.Read(WalkEdges).Select(r => (string)r.Values[0]!)];
    }

    private string Streets() => _folder.Write("s.geojson", Collection(
        Line("street", "[108,34],[108.003,34]"), Line("lane", "[108.001,33.999],[108.001,34.001]"),
        Line("path", "[108.002,34.00001],[108.002,34.001]"), Line("alley", "[108.003,34],[108.003,34.001]"),
        Line("alley2", "[108.003,34.001],[108.003,34]")));

    private static string Collection(params string[] features) =>
        $$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""";

    private static string Line(string id, string coordinates) =>
        $$$"""{"type":"Feature","id":"{{{id}}}","properties":{},"geometry":{"type":"LineString","coordinates":[{{{coordinates}}}]}}""";
}
