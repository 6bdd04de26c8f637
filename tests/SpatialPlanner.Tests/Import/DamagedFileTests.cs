using System.Globalization;
using System.IO.Compression;
using System.Text;
using SpatialPlanner.Data.Import;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Import;

public sealed class DamagedFileTests : IDisposable
{
    private const int Rows = 5000;
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(1000)]
    [InlineData(20_000)]
    public void ATableWhoseGzipIsCutOffIsRefused(int missing)
    {
        var bytes = Packed(0, Rows);
        File.WriteAllBytes(_folder.File("f.csv.gz"), bytes[..^missing]);
        var problem = Assert.Throws<InputException>(Read).Problem;
        Assert.Equal("f.csv.gz", problem.File);
        Assert.Contains("cut off", problem.What.En, StringComparison.Ordinal);
    }

    [Fact]
    public void AWholeGzipIsReadAlsoWhereItHasTwoParts()
    {
        File.WriteAllBytes(_folder.File("f.csv.gz"), [.. Packed(0, Rows), .. Packed(Rows, 10)]);
        Assert.Equal(Rows + 10, Read().Batch.Layers[Facilities].Count);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void JsonInUtf16IsReadByItsMark(string encoding)
    {
        const string json = "{\"type\":\"Feature\",\"id\":1,\"properties\":{\"name\":\"食堂\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}";
        File.WriteAllText(_folder.File("f.geojson"), json, Encoding.GetEncoding(encoding));
        var batch = Importer.Read(_folder.File("f.geojson"), new ImportOptions { Layer = Facilities }, Pack.Default).Batch;
        Assert.Equal("食堂", Assert.Single(batch.Layers[Facilities]).Values[1]);
    }

    [Fact]
    public void ATruncatedOsmFileIsNamedWithoutItsFolder() => Assert.Equal(
        "x.osm", Assert.Throws<InputException>(() => Importer.Read(
            _folder.Write("x.osm", "<osm version=\"0.6\"><node id=\"1\""), new ImportOptions(), Pack.Default)).Problem.File);

    [Fact]
    public void ARingThatCrossesItselfWithoutEndIsRefusedSoon()
    {
        var random = new Random(1);
        var points = Enumerable.Range(0, 6000).Select(_ => string.Create(
            CultureInfo.InvariantCulture, $"[{random.NextDouble() * 0.01:F7},{random.NextDouble() * 0.01:F7}]")).ToList();
        var file = _folder.Write(
            "s.geojson",
            "{\"type\":\"Feature\",\"id\":\"scribble\",\"properties\":{},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[["
            + string.Join(',', points.Append(points[0])) + "]]}}");
        var problem = Assert.Throws<InputException>(() => Importer.Read(
            file, new ImportOptions { Layer = Buildings }, Pack.Default)).Problem;
        Assert.Contains("scribble", problem.Place, StringComparison.Ordinal);
        Assert.Contains("crosses itself", problem.What.En, StringComparison.Ordinal);
    }

    private static byte[] Packed(int first, int count)
    {
        var text = new StringBuilder(first == 0 ? "id,lon,lat\n" : string.Empty);
        for (var i = first; i < first + count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{i},{i * 0.001:F3},{i % 90}\n");
        }

        using var packed = new MemoryStream();
        using (var writer = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            writer.Write(Encoding.UTF8.GetBytes(text.ToString()));
        }

        return packed.ToArray();
    }

    private ReadFile Read() => Importer.Read(_folder.File("f.csv.gz"), new ImportOptions { Layer = Facilities }, Pack.Default);
}
