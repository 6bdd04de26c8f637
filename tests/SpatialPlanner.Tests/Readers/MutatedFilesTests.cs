using System.IO.Compression;
using Microsoft.Data.Sqlite;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Tests.Support.ShapefileBytes;

namespace SpatialPlanner.Tests.Readers;

/// <summary>Files with bytes changed at random: each is read, or refused in a sentence.</summary>
public sealed class MutatedFilesTests : IDisposable
{
    private const int Rounds = 600;
    private readonly TempFolder _folder = new();
    private readonly Random _random = new(20261123);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Shapefiles()
    {
        var shp = Shp(5, [.. Enumerable.Range(0, 5).Select(i => Parts(5, [i, 0, i, 9, i + 9, 9, i + 9, 0, i, 0], [i + 1, 1, i + 2, 1, i + 2, 2, i + 1, 1]))]);
        var dbf = Dbf("gb18030", 0x4D, [("name", 'C', 12, 0), ("n", 'N', 6, 2), ("d", 'D', 8, 0)], [.. Enumerable.Range(0, 5).Select(_ => (string[])["凤阳县", "1.5", "20240101"])]);
        var (offset, content) = (100, (shp.Length - 100) / 5);
        var shx = Shx(5, [.. Enumerable.Range(0, 5).Select(i => (offset + (i * content), content - 8))]);
        for (var i = 0; i < Rounds; i++)
        {
            File.WriteAllBytes(_folder.File("a.shp"), i % 3 == 0 ? shp : Mutated(shp));
            File.WriteAllBytes(_folder.File("a.dbf"), i % 3 == 1 ? dbf : Mutated(dbf));
            File.WriteAllBytes(_folder.File("a.shx"), i % 2 == 0 ? shx : Mutated(shx));
            Read(_folder.File("a.shp"));
        }
    }

    [Fact]
    public void GeoPackages()
    {
        using (GeoPackageWorkspace.Create(_folder.File("w.gpkg")))
        {
        }

        var bytes = File.ReadAllBytes(_folder.File("w.gpkg"));
        for (var i = 0; i < Rounds / 6; i++)
        {
            File.WriteAllBytes(_folder.File("m.gpkg"), Mutated(bytes));
            Read(_folder.File("m.gpkg"));
        }

        SqliteConnection.ClearAllPools();
    }

    [Fact]
    public void Archives()
    {
        using (var zip = ZipFile.Open(_folder.File("a.zip"), ZipArchiveMode.Create))
        {
            foreach (var (name, content) in new[] { ("a.shp", Shp(1, Point(1, 2))), ("b.geojson", "{\"type\":\"Point\",\"coordinates\":[1,2]}"u8.ToArray()) })
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(content);
            }
        }

        var bytes = File.ReadAllBytes(_folder.File("a.zip"));
        for (var i = 0; i < Rounds; i++)
        {
            File.WriteAllBytes(_folder.File("m.zip"), Mutated(bytes));
            Read(_folder.File("m.zip"));
        }
    }

    private byte[] Mutated(byte[] bytes)
    {
        var copy = _random.Next(4) == 0 ? bytes[.._random.Next(bytes.Length)] : (byte[])bytes.Clone();
        for (var hits = _random.Next(1, 6); hits > 0 && copy.Length > 0; hits--)
        {
            // The heads of files decide most.
            var at = _random.Next(2) == 0 ? _random.Next(copy.Length) : _random.Next(Math.Min(200, copy.Length));
            copy[at] = (byte)(_random.Next(3) == 0 ? 0xFF : _random.Next(256));
        }

        return copy;
    }

    private void Read(string path)
    {
        try
        {
            ReadSource.Of(path, null, new SourceOptions
            {
                TemporaryFolder = _folder.File("."),
            });
        }
        catch (InputException e)
        {
            Assert.True(e.Problem is { What.Zh.Length: > 4, What.En.Length: > 8, Remedy.Zh.Length: > 2, Remedy.En.Length: > 4 });
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            // Importer makes a sentence of these for every format.
        }
    }
}
