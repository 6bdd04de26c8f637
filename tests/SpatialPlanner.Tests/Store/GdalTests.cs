using SpatialPlanner.Data.Store;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Store;

/// <summary>What GDAL, and so QGIS, thinks of a workspace.</summary>
public sealed class GdalTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [GdalFact]
    public void OgrinfoOpensEveryLayerWithoutAWarning()
    {
        var path = Filled();
        var (code, output, error) = Command.Run("ogrinfo", "-al", "-so", path);
        Assert.Equal((0, string.Empty), (code, error));
        foreach (var layer in All)
        {
            Assert.Contains($"Layer name: {layer.Name}\n", output, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Warning", output, StringComparison.Ordinal);
        Assert.Contains("Geometry: Multi Polygon", output, StringComparison.Ordinal);
    }

    [GdalFact]
    public void AnEditThroughGdalKeepsTheIndexAndChangesTheFingerprint()
    {
        var path = Filled();
        string before;
        using (var workspace = GeoPackageWorkspace.Open(path, readOnly: true))
        {
            before = workspace.Fingerprint();
        }

        Edit(path, "UPDATE compounds SET geom = (SELECT geom FROM compounds WHERE id = 'y') WHERE id = 'x'");
        Edit(path, "DELETE FROM compounds WHERE id = 'y'");
        var (_, hit, _) = Command.Run("ogrinfo", "-q", path, "compounds", "-spat", "2", "2", "2.1", "2.1");
        Assert.Contains("id (String) = x", hit, StringComparison.Ordinal);
        using var after = GeoPackageWorkspace.Open(path);
        Assert.NotEqual(before, after.Fingerprint());
        Assert.Equal(1, after.Count(Compounds));
        Assert.Equal(2.001, after.Extent(Compounds)!.MaxX);
        using var connection = SqliteCalls.Connect(path, Microsoft.Data.Sqlite.SqliteOpenMode.ReadOnly);
        Assert.Equal(1L, connection.Scalar(null, "SELECT count(*) FROM rtree_compounds_geom WHERE minx > 1.5;"));
        Assert.Equal(1L, connection.Scalar(null, "SELECT count(*) FROM rtree_compounds_geom;"));
    }

    [GdalFact]
    public void ARoundTripThroughOgrKeepsRowsAndNames()
    {
        var copy = _folder.File("copy.geojson");
        Assert.Equal(0, Command.Run("ogr2ogr", "-f", "GeoJSON", copy, Filled(), "facilities").Code);
        Assert.Contains("茶馆 \\\"A\\\" 🍵", File.ReadAllText(copy), StringComparison.Ordinal);
    }

    private static void Edit(string path, string sql)
    {
        var (_, output, error) = Command.Run("ogrinfo", "-q", path, "-sql", sql);
        Assert.True(error.Length == 0, output + error);
    }

    private string Filled()
    {
        var path = _folder.File("w.gpkg");
        using var workspace = GeoPackageWorkspace.Create(path);
        workspace.Commit(
            Rows.Batch(Compounds, Rows.Square(Compounds, "x", 1, 1), Rows.Square(Compounds, "y", 2, 2)), Rows.Source, false);
        workspace.Commit(Rows.Batch(Facilities, Rows.Facility("a", name: "茶馆 \"A\" 🍵")), Rows.Source, false);
        workspace.Commit(
            Rows.Batch(SurveyResponses, Rows.Of(SurveyResponses, null, ("id", "s1"), ("want", 1L))), Rows.Source, false);
        return path;
    }
}
