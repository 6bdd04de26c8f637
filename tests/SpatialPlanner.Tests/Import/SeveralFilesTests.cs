using SpatialPlanner.Data.Import;
using SpatialPlanner.Data.Import.Inspection;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;
using static SpatialPlanner.Tests.Support.ShapefileBytes;

namespace SpatialPlanner.Tests.Import;

/// <summary>Imports of what is more than one file.</summary>
public sealed class SeveralFilesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TheHashOfAShapefileCoversAllItsFiles()
    {
        Write("凤阳县");
        var (first, again) = (Hash(), Hash());
        Assert.Equal(first, again);
        Assert.Equal(
            new[] { ".shp", ".dbf" }.Sum(e => new FileInfo(_folder.File("a" + e)).Length), first.Bytes);
        Write("定远县");
        var renamed = Hash();
        File.WriteAllText(_folder.File("a.prj"), "EPSG:4326");
        var declared = Hash();
        Assert.Equal(3, new[] { first.Sha256, renamed.Sha256, declared.Sha256 }.Distinct().Count());
        File.WriteAllText(_folder.File("ab.dbf"), "not of this shapefile");
        Assert.Equal(declared, Hash());
    }

    [Fact]
    public void AGuessedEncodingIsShownToBeConfirmed()
    {
        Write("凤阳县");
        var table = Assert.Single(FileInspector.Inspect(_folder.File("a.shp"), new ImportOptions()).Tables);
        Assert.Equal("Guessed", table.Encoding.Origin.ToString());
        Assert.Equal("gb18030", table.Encoding.Name);
        using var read = Importer.Read(_folder.File("a.shp"), new ImportOptions { Layer = Facilities }, Pack.Default);
        Assert.Contains(read.Result.Problems, p => p.What.En.Contains("by its bytes it is gb18030", StringComparison.Ordinal));
        Assert.Equal("gb18030 (guessed)", read.Result.Encoding);
        Assert.Equal("凤阳县", Assert.Single(read.Batch.Layers[Facilities]).Values[1]);
    }

    [Fact]
    public async Task AFolderOfAnotherKindIsRefused()
    {
        Write("a");
        var (code, _, error) = await RunPlanner.With("import", _folder.File("."), "-w", _folder.File("w.gpkg"), "--layer", "facilities");
        Assert.Equal(1, code);
        Assert.Contains("this is a folder, not a file", error, StringComparison.Ordinal);
    }

    [GdalFact]
    public async Task AGeodatabaseIsImportedFromItsFolder()
    {
        var json = _folder.Write("in.geojson", "{\"type\":\"Feature\",\"properties\":{\"name\":\"食堂\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[117,32]}}");
        Assert.Equal(0, Command.Run("ogr2ogr", "-f", "OpenFileGDB", _folder.File("设施.gdb"), json).Code);
        var (code, output, error) = await RunPlanner.With(
            "import", _folder.File("设施.gdb") + "/", "-w", _folder.File("w.gpkg"), "--layer", "facilities");
        Assert.True(code == 0, error);
        Assert.Contains("设施.gdb: File Geodatabase (GDAL), EPSG:4326 (declared by GDAL)", output, StringComparison.Ordinal);
    }

    private void Write(string name)
    {
        File.WriteAllBytes(_folder.File("a.shp"), Shp(1, Point(117, 32)));
        File.WriteAllBytes(_folder.File("a.dbf"), Dbf("gb18030", 0, [("id", 'C', 4, 0), ("name", 'C', 12, 0)], ["f1", name]));
    }

    private Data.Store.ImportSource Hash()
    {
        using var read = Importer.Read(_folder.File("a.shp"), new ImportOptions { Layer = Facilities }, Pack.Default);
        return read.Source;
    }
}
