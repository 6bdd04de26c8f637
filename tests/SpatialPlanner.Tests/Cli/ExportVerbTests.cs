using System.Text.Json.Nodes;
using SpatialPlanner.Data.Export;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Cli;

public sealed class ExportVerbTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public static TheoryData<string> Formats => [.. LayerExport.Formats];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task EveryFormatNamesItsFiles(string format)
    {
        var street = OneStreet.Write(_folder);
        var file = _folder.File($"out.{format}");
        foreach (var layer in new[] { "buildings", "gap_table" })
        {
            var (code, output, error) = await RunPlanner.With("export", "-w", street, "--layer", layer, "--format", format, "--out", file, "--json");
            Assert.True(code == 0, error);
            var json = JsonNode.Parse(output)!;
            string[] files = [.. json["files"]!.AsArray().Select(f => (string)f!)];
            Assert.All(files, f => Assert.True(File.Exists(f), f));
            Assert.Contains(file + ".meta.json", files);
            Assert.Equal(layer == "buildings" ? OneStreet.Houses + 1 : 720, (long)json["rows"]!);
        }
    }

    [Fact]
    public async Task TheSystemAndTheEncodingAreThoseAskedFor()
    {
        var street = OneStreet.Write(_folder);
        var (code, _, error) = await RunPlanner.With(
            "export", "-w", street, "--layer", "boundaries", "--format", "shp", "--out", _folder.File("b.shp"), "--crs", "GCJ-02", "--encoding", "gbk");
        Assert.Equal(0, code);
        Assert.Contains("GCJ-02", error, StringComparison.Ordinal);
        Assert.Equal("GBK", File.ReadAllText(_folder.File("b.cpg")));
        var metadata = JsonNode.Parse(File.ReadAllText(_folder.File("b.shp.meta.json")))!;
        Assert.Equal(("GCJ-02", "GBK"), ((string)metadata["crs"]!["code"]!, (string)metadata["encoding"]!));
        Assert.Contains("合成数据", (string)metadata["licence"]!["zh"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03-01", "true")]
    [InlineData("2026-02-28", "false")]
    [InlineData(null, "")]
    public async Task OverdueIsJudgedByTheDayThatIsAskedForAndByNoClock(string? day, string overdue)
    {
        var (street, file) = (OneStreet.Write(_folder), _folder.File("list.csv"));
        var rooms = _folder.Write("rooms.csv", "id,compound_id,service,required_m2,delivered_m2,state,deadline\nK1,C9,health,100,0,not_delivered,2026-02-28\n");
        var (imported, _, refusal) = await RunPlanner.With("import", rooms, "-w", street, "--layer", "compound_rooms");
        Assert.True(imported == 0, refusal);
        string[] asOf = day is null ? [] : ["--as-of", day];
        var (code, _, error) = await RunPlanner.With(
            ["export", "-w", street, "--layer", "rectification", "--format", "csv", "--out", file, .. asOf]);
        Assert.True(code == 0, error);
        Assert.Contains($"hand_over,100,2026-02-28,{overdue},", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADayThatIsNoneIsRefused()
    {
        var (code, _, error) = await RunPlanner.With(
            "export", "-w", OneStreet.Write(_folder), "--layer", "room_audit", "--format", "csv", "--out", _folder.File("a.csv"), "--as-of", "morgen");
        Assert.NotEqual(0, code);
        Assert.Contains("--as-of", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kml", "--crs", "EPSG:4545", "WGS 84")]
    [InlineData("csv", "--encoding", "gbk", "UTF-8")]
    [InlineData("shp", "--encoding", "gbk", "🍚")]
    [InlineData("csv", "--crs", "EPSG:2379", "Xian")]
    public async Task WhatAFormatCannotBeIsRefusedWithTheReason(string format, string option, string value, string reason)
    {
        var (code, _, error) = await RunPlanner.With(
            "export", "-w", OneStreet.Write(_folder), "--layer", "facilities", "--format", format, "--out", _folder.File("f"), option, value);
        Assert.Equal(1, code);
        Assert.Contains(reason, error, StringComparison.Ordinal);
        Assert.Equal([_folder.File("street.gpkg")], Directory.GetFileSystemEntries(Path.GetDirectoryName(_folder.File("f"))!));
    }
}
