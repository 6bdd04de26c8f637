using System.Text.Json.Nodes;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Export;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Export;

/// <summary>What holds of an export in every format.</summary>
public sealed class ExportFilesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public static TheoryData<string> Formats => [.. LayerExport.Formats];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Formats))]
    public void TheSameDataGiveTheSameBytesWheneverTheyAreWritten(string format)
    {
        using var workspace = NastyLayers.Create(_folder.File("w.gpkg"));
        foreach (var layer in All)
        {
            var first = Write("first", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
            var second = Write("second", new DateTimeOffset(2031, 6, 7, 8, 9, 10, TimeSpan.Zero));
            Assert.Equal(first.Keys, second.Keys);
            foreach (var name in first.Keys)
            {
                var same = first[name].AsSpan().SequenceEqual(second[name]);
                Assert.True(same != name.EndsWith(".meta.json", StringComparison.Ordinal), $"{layer.Name}: {name}");
            }

            Dictionary<string, byte[]> Write(string folder, DateTimeOffset now)
            {
                var files = Directory.CreateDirectory(_folder.File($"{folder}-{layer.Name}"));
                var request = ExportRequest.Of(workspace, layer, format, Path.Combine(files.FullName, $"x.{format}"));
                return LayerExport.Write(request with { Clock = new ClockAt(now) }).Files.ToDictionary(f => Path.GetFileName(f), File.ReadAllBytes);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void AnExportThatIsCancelledOrFailsLeavesTheFormerFiles(string format)
    {
        var path = _folder.File($"x.{format}");
        LayerExport.Write(Request(format, path, Many(3)));
        var before = Files();
        using var cancel = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => LayerExport.Write(Request(format, path, Many(50, () => cancel.Cancel())), null, cancel.Token));
        Assert.Equal(before, Files());
        Assert.Throws<InvalidOperationException>(() => LayerExport.Write(Request(format, path, Many(50, () => throw new InvalidOperationException()))));
        Assert.Equal(before, Files());
    }

    [Fact]
    public void ProgressTellsTheRows()
    {
        var told = new List<Progress>();
        var request = Request("geojson", _folder.File("x.geojson"), Many(10_000)) with { Count = 10_000 };
        LayerExport.Write(request, new Told(told));
        Assert.Contains(new Progress("writing facilities", 8192, 10_000), told);
    }

    [Fact]
    public void TheMetadataFileTellsWhatWhereFromAndHowItMayBeUsed()
    {
        using var workspace = GeoPackageWorkspace.Create(_folder.File("w.gpkg"));
        workspace.Commit(Rows.Batch(Facilities, Rows.Facility("a", 108.5, 34.5)), new ImportSource("city.osm.pbf", "ab12", 7), false);
        workspace.Commit(Rows.Batch(Compounds, Rows.Square(Compounds, "c", 108, 34)), new ImportSource("other.geojson", "cd34", 7), false);
        var request = ExportRequest.Of(workspace, Facilities, "csv", _folder.File("f.csv")) with
        {
            Crs = CoordinateSystems.Find("EPSG:4545"),
            Clock = new ClockAt(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)),
        };
        LayerExport.Write(request);
        var json = JsonNode.Parse(File.ReadAllText(_folder.File("f.csv.meta.json")))!;
        Assert.Equal("服务设施", (string)json["title"]!["zh"]!);
        Assert.Equal("EPSG:4545", (string)json["crs"]!["code"]!);
        Assert.Equal(1, (int)json["rows"]!);
        Assert.Equal("2026-01-02T03:04:05.000Z", (string)json["created_at"]!);
        Assert.Equal("ab12", (string)json["sources"]!.AsArray().Single()!["sha256"]!);
        Assert.Contains("ODbL", (string)json["licence"]!["en"]!, StringComparison.Ordinal);
        Assert.Contains("OpenStreetMap", (string)json["attribution"]!, StringComparison.Ordinal);
        Assert.Equal("m²", (string)json["fields"]!.AsArray().Single(f => (string)f!["name"]! == "floor_area_m2")!["unit"]!);
        Assert.InRange((double)json["extent"]![0]!, 540_000, 550_000);
        Assert.Equal(workspace.Fingerprint(), (string)json["fingerprint"]!);
    }

    [Fact]
    public void KmlRefusesAnotherSystemAndEveryFormatAPlaceOutsideIt()
    {
        var kml = Request("kml", _folder.File("x.kml"), Many(1)) with { Crs = CoordinateSystems.Gcj02 };
        Assert.Contains("WGS 84", Assert.Throws<InputException>(() => LayerExport.Write(kml)).Problem.What.En, StringComparison.Ordinal);
        var gbk = Request("csv", _folder.File("x.csv"), Many(1)) with { Encoding = "gbk" };
        Assert.Contains("UTF-8", Assert.Throws<InputException>(() => LayerExport.Write(gbk)).Problem.What.En, StringComparison.Ordinal);
        var outside = Request("csv", _folder.File("x.csv"), [Rows.Facility("far", 108, 91)]) with { Crs = CoordinateSystems.Find("3857") };
        Assert.Equal("far", Assert.Throws<InputException>(() => LayerExport.Write(outside)).Problem.Place);
    }

    [Theory]
    [InlineData("geojson", "null")]
    [InlineData("csv", "a,,")]
    public void ANumberThatIsNoneIsNullAndTold(string format, string expected)
    {
        var row = Rows.Of(Facilities, new Point(108, 34), ("id", "a"), ("floor_area_m2", double.PositiveInfinity));
        var result = LayerExport.Write(Request(format, _folder.File("x"), [row]));
        Assert.Contains(expected, File.ReadAllText(_folder.File("x")), StringComparison.Ordinal);
        Assert.EndsWith(": a", result.Notes.Single().En, StringComparison.Ordinal);
    }

    private static ExportRequest Request(string format, string path, IEnumerable<LayerRow> rows) =>
        new(Facilities, rows, format, path, ExportOrigin.Noted(null));

    private static IEnumerable<LayerRow> Many(int count, Action? atLast = null)
    {
        for (var i = 0; i < count; i++)
        {
            if (i == count - 1)
            {
                atLast?.Invoke();
            }

            yield return Rows.Facility($"f{i}");
        }
    }

    private string[] Files() =>
    [
        .. Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(_folder.File("x"))!).Order(StringComparer.Ordinal)
            .Select(f => $"{Path.GetFileName(f)} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f)))}"),
    ];

    private sealed class ClockAt(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    private sealed class Told(List<Progress> told) : IProgress<Progress>
    {
        public void Report(Progress value) => told.Add(value);
    }
}
