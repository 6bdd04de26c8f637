using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using SpatialPlanner.Data.Readers.Archives;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Tests.Support.ShapefileBytes;

namespace SpatialPlanner.Tests.Readers.Archives;

public sealed class ZipTests : IDisposable
{
    private const string Json = "{\"type\":\"Point\",\"coordinates\":[1,2]}";
    private readonly TempFolder _folder = new();

    static ZipTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("gb18030")]
    [InlineData("utf-8")]
    [InlineData("big5")]
    public void AShapefileWithAChineseNameIsRead(string encoding)
    {
        var name = encoding == "big5" ? "臺北市" : "社区边界";
        var zip = Zip(Encoding.GetEncoding(encoding), Shapefile($"数据/{name}".Replace("数据", encoding == "big5" ? "圖書館" : "数据", StringComparison.Ordinal)));
        var read = ReadSource.Of(zip);
        Assert.EndsWith($"{name}.shp", Assert.Single(read.Tables), StringComparison.Ordinal);
        Assert.Equal("Shapefile (ZIP)", read.Format);
        Assert.Equal("凤阳县", read.Rows[0].Values["name"]);
        Assert.Equal(1, read.Rows[0].Geometry!.Coordinate.X);
    }

    [Fact]
    public void EachDatasetIsATable()
    {
        var zip = Zip(
            null,
            [
                .. Shapefile("a/one"), .. Shapefile("b/two"), ("c.geojson", Bytes(Json)), ("t.csv", Bytes("id,lon,lat\n1,5,6\n")),
                ("readme.txt", Bytes("made by, somebody")), ("__MACOSX/a/._one.shp", [1]), (".DS_Store", [1]), ("a/one.shp.xml", Bytes("<x/>")),
                ("alone.dbf", Dbf("utf-8", 0, [("k", 'C', 3, 0)], ["v"])), ("broken.shp", [1, 2, 3]),
            ]);
        var read = ReadSource.Of(zip, "b/two.shp");
        Assert.Equal(["alone.dbf", "broken.shp", "c.geojson", "t.csv", "a/one.shp", "b/two.shp"], read.Tables);
        Assert.Equal("ZIP", read.Format);
        Assert.Single(read.Rows);
        Assert.Equal("v", ReadSource.Of(zip, "alone.dbf").Rows[0].Values["k"]);
        var broken = Assert.Throws<Data.Problems.InputException>(() => ReadSource.Of(zip, "broken.shp")).Problem;
        Assert.Equal("x.zip/broken.shp", broken.File);
    }

    [Fact]
    public void ArchivesWithinAreToldOrRefused()
    {
        var inner = File.ReadAllBytes(Zip(null, ("c.geojson", Bytes(Json))));
        var told = ReadSource.Of(Zip(null, ("in.zip", inner), ("c.geojson", Bytes(Json)))).Told;
        Assert.Contains("archives within the archive were not read: in.zip", Assert.Single(told).What.En, StringComparison.Ordinal);
        Assert.Equal("the archive holds other archives: in.zip", Refusal(Zip(null, ("in.zip", inner))));
    }

    [Fact]
    public void AnArchiveWithoutDataSaysWhatItHas()
    {
        Assert.Equal("the archive has no data file that is read here; it has a.png", Refusal(Zip(null, ("a.png", [0x89, 0x50]))));
        Assert.Equal("the archive is empty", Refusal(Zip(null)));
        Assert.Equal("the archive holds an OpenStreetMap file: x.osm", Refusal(Zip(null, ("x.osm", Bytes("<osm/>")))));
    }

    [Theory]
    [InlineData("../evil.geojson")]
    [InlineData("a/../../evil.geojson")]
    [InlineData("/etc/evil.geojson")]
    [InlineData("C:\\evil.geojson")]
    [InlineData("..\\evil.geojson")]
    public void ANameThatLeadsOutIsRefused(string name) =>
        Assert.Contains("leads out of it", Refusal(Zip(null, (name, Bytes(Json)))), StringComparison.Ordinal);

    [Fact]
    public void ALinkIsRefused()
    {
        using (var zip = ZipFile.Open(_folder.File("x.zip"), ZipArchiveMode.Create))
        {
            var entry = zip.CreateEntry("a.geojson");
            entry.ExternalAttributes = unchecked((int)0xA1FF0000);
            using var stream = entry.Open();
            stream.Write("/etc/passwd"u8);
        }

        Assert.Contains("symbolic link", Refusal(_folder.File("x.zip")), StringComparison.Ordinal);
    }

    [Fact]
    public void LimitsEndTheUnpacking()
    {
        var bomb = Zip(null, CompressionLevel.Optimal, ("a.geojson", new byte[4 << 20]), ("b.geojson", new byte[4 << 20]));
        Assert.True(new FileInfo(bomb).Length < 64 << 10);
        Assert.Contains("unpacks to more than 5 MB", Refusal(bomb, new SourceLimits { UnpackedBytes = 5 << 20, Entries = 9, FileBytes = 1 << 30 }), StringComparison.Ordinal);
        Assert.Contains("more than 1 files", Refusal(bomb, new SourceLimits { UnpackedBytes = 5 << 30, Entries = 1, FileBytes = 1 << 30 }), StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatSaysItIsSmallerThanItIsDoesNotPass()
    {
        var bytes = File.ReadAllBytes(Zip(null, ("a.geojson", new byte[4 << 20])));
        var size = BitConverter.GetBytes(4 << 20);
        for (var at = bytes.AsSpan().IndexOf(size); at >= 0; at = bytes.AsSpan().IndexOf(size))
        {
            BitConverter.GetBytes(10).CopyTo(bytes, at);
        }

        File.WriteAllBytes(_folder.File("x.zip"), bytes);
        var problem = Refusal(_folder.File("x.zip"), new SourceLimits { UnpackedBytes = 1 << 20, Entries = 9, FileBytes = 1 << 30 });
        Assert.True(problem.Contains("damaged", StringComparison.Ordinal) || problem.Contains("more than", StringComparison.Ordinal), problem);
    }

    [Fact]
    public void AnEncryptedArchiveSaysSo()
    {
        var bytes = File.ReadAllBytes(Zip(null, ("a.geojson", Bytes(Json))));
        bytes[6] |= 1;
        bytes[bytes.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        File.WriteAllBytes(_folder.File("x.zip"), bytes);
        Assert.Contains("password", Refusal(_folder.File("x.zip")), StringComparison.Ordinal);
    }

    [Fact]
    public void DamageIsNoticed()
    {
        var bytes = File.ReadAllBytes(Zip(null, CompressionLevel.NoCompression, ("a.geojson", Bytes(Json))));
        bytes[bytes.AsSpan().IndexOf("Point"u8)] ^= 1;
        File.WriteAllBytes(_folder.File("x.zip"), bytes);
        Assert.Contains("this file in the archive is damaged", Refusal(_folder.File("x.zip")), StringComparison.Ordinal);
        File.WriteAllBytes(_folder.File("x.zip"), bytes[..^30]);
        Assert.Contains("cut off or damaged", Refusal(_folder.File("x.zip")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Rar!\u001A\u0007\u0001\0", "rar files are not unpacked here")]
    [InlineData("7z\u00BC\u00AF\u0027\u001C\0\u0004", "7z files are not unpacked here")]
    public void OtherArchivesAreRefusedByName(string head, string expected)
    {
        File.WriteAllBytes(_folder.File("x.zip"), Encoding.Latin1.GetBytes(head));
        Assert.Equal(expected, Refusal(_folder.File("x.zip")));
    }

    [Theory]
    [InlineData("x.tar")]
    [InlineData("x.tar.gz")]
    public void TarFilesAreUnpacked(string name)
    {
        using (var file = File.Create(_folder.File(name)))
        using (Stream target = name.EndsWith("gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionLevel.Fastest) : file)
        using (var tar = new TarWriter(target))
        {
            foreach (var (entry, bytes) in Shapefile("地图/a"))
            {
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "./" + entry) { DataStream = new MemoryStream(bytes) });
            }
        }

        var read = ReadSource.Of(_folder.File(name));
        Assert.Equal(("地图/a.shp", "Shapefile (TAR)"), (read.Tables[0], read.Format));
        Assert.Single(read.Rows);
    }

    [Fact]
    public void NothingIsLeftBehindAndWhatAKilledProcessLeftIsRemoved()
    {
        string left, living, content;
        using (var alive = new TemporaryFolder(_folder.File(".")))
        {
            living = Path.GetDirectoryName(alive.Content)!;
            left = _folder.File("spatialplanner-left");
            Directory.CreateDirectory(Path.Combine(left, "content"));
            File.WriteAllText(Path.Combine(left, ".lock"), string.Empty);
            using (var next = new TemporaryFolder(_folder.File(".")))
            {
                content = next.Content;
                File.WriteAllText(Path.Combine(content, "a"), "b");
            }

            Assert.True(Directory.Exists(living));
        }

        Assert.False(Directory.Exists(left) || Directory.Exists(content) || Directory.Exists(living));
    }

    [Fact]
    public void CancellingLeavesNothing()
    {
        var zip = Zip(null, ("a.geojson", new byte[1 << 20]), ("b.csv", Bytes("id,lon,lat\n1,5,6\n")));
        var under = Directory.CreateDirectory(_folder.File("unpacked")).FullName;
        var options = new SourceOptions
        {
            TemporaryFolder = under,
        };
        Assert.Throws<OperationCanceledException>(() => SourceFile.Open(zip, options, new CancellationToken(true)));
        Assert.Empty(Directory.GetFileSystemEntries(under));
        using (SourceFile.Open(zip, options, default))
        {
            Assert.Single(Directory.GetFileSystemEntries(under));
        }

        Assert.Empty(Directory.GetFileSystemEntries(under));
    }

    [Fact]
    public void TheInspectionShowsEachTableAlsoBesideABrokenOne()
    {
        var zip = Zip(null, [.. Shapefile("a"), ("b.shp", [1, 2, 3])]);
        var tables = Data.Import.Inspection.FileInspector.Inspect(zip, new Data.Import.ImportOptions()).Tables;
        Assert.Equal(["a.shp", "b.shp"], tables.Select(t => t.Name));
        Assert.Equal("凤阳县", tables[0].FirstRows[0][0]);
        Assert.Contains("cut off", Assert.Single(tables[1].Problems).What.En, StringComparison.Ordinal);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static (string, byte[])[] Shapefile(string stem) =>
    [
        ($"{stem}.shp", Shp(1, Point(1, 2))), ($"{stem}.shx", Shx(1, (100, 20))),
        ($"{stem}.dbf", Dbf("gb18030", 0, [("name", 'C', 12, 0)], ["凤阳县"])),
    ];

    private static string Refusal(string path, SourceLimits? limits = null) => ReadSource.Refusal(path, new SourceOptions
    {
        Limits = limits ?? SourceLimits.Default,
    }).What.En;

    private string Zip(Encoding? names, params (string Name, byte[] Bytes)[] files) => Zip(names, CompressionLevel.Fastest, files);

    private string Zip(Encoding? names, CompressionLevel level, params (string Name, byte[] Bytes)[] files)
    {
        var path = _folder.File("x.zip");
        File.Delete(path);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create, names);
        foreach (var (name, bytes) in files)
        {
            using var stream = zip.CreateEntry(name, level).Open();
            stream.Write(bytes);
        }

        return path;
    }
}
