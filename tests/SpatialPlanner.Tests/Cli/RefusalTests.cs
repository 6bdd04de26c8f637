using System.Text.Json.Nodes;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Cli;

public sealed class RefusalTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(2, "wrong_usage", "fly")]
    [InlineData(2, "wrong_usage", "import", "-w", "w.gpkg")]
    [InlineData(2, "wrong_usage", "coverage", "-w", "STREET", "--out", "OUT", "--service", "schools")]
    [InlineData(2, "wrong_usage", "coverage", "-w", "STREET", "--out", "OUT", "--minutes", "abc")]
    [InlineData(2, "wrong_usage", "coverage", "-w", "STREET", "--out", "OUT", "--minutes", "241")]
    [InlineData(2, "wrong_usage", "coverage", "-w", "STREET", "--out", "OUT", "--minutes", "5", "--metres", "300")]
    [InlineData(2, "wrong_usage", "check", "-w", "")]
    [InlineData(1, "problems", "check", "-w", "postgres://u:geheim@127.0.0.1:1/db")]
    [InlineData(1, "problems", "import", "STREET", "-w", "postgres://u:geheim@127.0.0.1:1/db?schema=Ä")]
    [InlineData(2, "wrong_usage", "check", "postgres://u:geheim@127.0.0.1:1/db", "-w", "STREET")]
    [InlineData(2, "wrong_usage", "export", "-w", "STREET", "--layer", "nope", "--format", "csv", "--out", "OUT")]
    [InlineData(2, "wrong_usage", "export", "-w", "STREET", "--layer", "facilities", "--format", "gpkg", "--out", "STREET")]
    [InlineData(1, "problems", "coverage", "-w", "STREET", "--out", "STREET")]
    [InlineData(1, "problems", "coverage", "-w", "STREET", "--out", "STREET/sub")]
    [InlineData(1, "problems", "export", "-w", "STREET", "--layer", "facilities", "--format", "csv", "--out", "FOLDER")]
    [InlineData(1, "problems", "distances", "--network", "none.osm", "--from", "a.csv", "--to", "a.csv", "--limit-m", "5", "--out", "OUT")]
    [InlineData(1, "problems", "check", "-w", "FOLDER")]
    [InlineData(1, "problems", "import", "FOLDER", "-w", "STREET")]
    public async Task ARefusalIsASentenceAndOneJsonDocument(int code, string status, params string[] args)
    {
        var street = OneStreet.Write(_folder);
        var before = await File.ReadAllBytesAsync(street);
        string[] given = [.. args.Select(a => a
            .Replace("STREET", street, StringComparison.Ordinal).Replace("OUT", _folder.File("out"), StringComparison.Ordinal)
            .Replace("FOLDER", Path.GetDirectoryName(street)!, StringComparison.Ordinal)), "--json"];
        var (found, output, error) = await RunPlanner.With(given);
        Assert.Equal(code, found);
        Assert.Equal(status, (string)JsonNode.Parse(output)!["status"]!);
        Assert.NotEmpty(error);
        Assert.DoesNotContain("geheim", output + error, StringComparison.Ordinal);
        Assert.DoesNotContain("mistake of the program", error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(street));
        Assert.False(Path.Exists(_folder.File("out")));
    }

    [Fact]
    public async Task TheFilesBeforeABadOneAreToldAsStored()
    {
        var good = _folder.Write("f.csv", "id,name,lon,lat\n1,a,1,2\n");
        var (code, output, _) = await RunPlanner.With(
            "import", good, _folder.File("none.csv"), "-w", _folder.File("w.gpkg"), "--layer", "facilities", "--json");
        Assert.Equal(1, code);
        var json = JsonNode.Parse(output)!;
        Assert.Equal("f.csv", (string)Assert.Single(json["files"]!.AsArray())!["file"]!);
        Assert.Equal("none.csv", (string)Assert.Single(json["problems"]!.AsArray())!["file"]!);
    }

    [Fact]
    public async Task ImportsThatMakeTheSameNewWorkspaceAtOnceLoseNothing()
    {
        var files = Enumerable.Range(0, 4).Select(i => _folder.Write($"f{i}.csv", $"id,name,lon,lat\n{i},a,1,2\n")).ToArray();
        var codes = await Task.WhenAll(files.Select(f => RunPlanner.With(
            "import", f, "-w", _folder.File("w.gpkg"), "--layer", "facilities")));
        Assert.All(codes, c => Assert.Equal(0, c.Code));
        using var workspace = SpatialPlanner.Data.Store.GeoPackageWorkspace.Open(_folder.File("w.gpkg"), readOnly: true);
        Assert.Equal(4, workspace.Count(SpatialPlanner.Data.Layers.WorkspaceLayers.Facilities));
    }

    [Theory]
    [InlineData("coverage")]
    [InlineData("gaps")]
    [InlineData("gap_table")]
    [InlineData("snap_ledger")]
    public async Task ResultLayersAreExported(string layer)
    {
        var street = OneStreet.Write(_folder);
        foreach (var format in new[] { "geojson", "csv", "gpkg" })
        {
            var file = _folder.File($"{layer}.{format}");
            var (code, output, error) = await RunPlanner.With(
                "export", "-w", street, "--layer", layer, "--format", format, "--out", file, "--json");
            Assert.True(code == 0, error);
            Assert.True((long)JsonNode.Parse(output)!["rows"]! > 0);
            Assert.True(new FileInfo(file).Length > 0);
        }
    }
}
