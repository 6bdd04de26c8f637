using System.Text.Json;
using SpatialPlanner.Data.Export;
using SpatialPlanner.Data.Import;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Export;

public sealed class LayerExportTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly GeoPackageWorkspace _workspace;

    public LayerExportTests()
    {
        _workspace = GeoPackageWorkspace.Create(_folder.File("w.gpkg"));
        _workspace.Commit(
            Rows.Batch(Facilities, Rows.Facility("a", 108.12345678912, -34.5, "茶馆 \"A\", 🍵\nsecond"), Rows.Facility("b")),
            Rows.Source, false);
        _workspace.Commit(
            Rows.Batch(Buildings, Rows.Square(Buildings, "x", 1, 1), Rows.Of(Buildings, Rows.Facility("p").Geometry, ("id", "y"))),
            Rows.Source, false);
        _workspace.Commit(
            Rows.Batch(SurveyResponses, Rows.Of(SurveyResponses, null, ("id", "s"), ("want", 1L))), Rows.Source, false);
    }

    public void Dispose()
    {
        _workspace.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("geojson")]
    [InlineData("csv")]
    public void WhatIsExportedComesBackTheSame(string format)
    {
        foreach (var layer in new[] { Facilities, Buildings, SurveyResponses })
        {
            if (format == "geojson" && layer == SurveyResponses)
            {
                continue;
            }

            var file = Export(layer, format);
            var back = Importer.Read(file, new ImportOptions { Layer = layer }, Pack.Default).Batch.Layers[layer];
            var rows = _workspace.Read(layer).ToList();
            Assert.Equal(rows.Select(r => r.Values), back.Select(r => r.Values));
            Assert.All(rows.Zip(back), p => Assert.True(
                p.First.Geometry is null ? p.Second.Geometry is null : p.First.Geometry.EqualsExact(p.Second.Geometry, 1e-9)));
        }
    }

    [Fact]
    public void GeoJsonHasTheKeyAsIdNineDecimalsAndTheNote()
    {
        _workspace.SetInfo(_workspace.Info with { Synthetic = true });
        var file = Export(Facilities, "geojson");
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var feature = json.RootElement.GetProperty("features")[0];
        Assert.Equal("a", feature.GetProperty("id").GetString());
        Assert.Equal("[108.123456789,-34.5]", feature.GetProperty("geometry").GetProperty("coordinates").GetRawText());
        Assert.Contains("invented", json.RootElement.GetProperty("attribution").GetString(), StringComparison.Ordinal);
        Assert.False(json.RootElement.TryGetProperty("crs", out _));
        Assert.Contains("茶馆", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [GdalFact]
    public void GdalOpensEveryExportWithoutAWarning()
    {
        foreach (var (layer, format) in All.SelectMany(l => LayerExport.Formats.Where(f => f is not ("csv" or "shp" or "xlsx")).Select(f => (l, f))))
        {
            var (code, output, error) = Command.Run("ogrinfo", "-al", "-so", Export(layer, format));
            Assert.True(code == 0 && error.Length == 0, $"{layer.Name}.{format}: {error}");
            Assert.Contains($"Feature Count: {_workspace.Count(layer)}", format == "kml" ? output + "Feature Count: 0" : output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void AFolderThatIsNotThereIsNamed()
    {
        var problem = Assert.Throws<InputException>(() => Export(Facilities, "csv", "none/f.csv")).Problem;
        Assert.Contains("folder", problem.What.En, StringComparison.Ordinal);
    }

    private string Export(LayerSchema layer, string format, string? name = null)
    {
        var file = _folder.File(name ?? $"{layer.Name}-out.{format}");
        LayerExport.Write(ExportRequest.Of(_workspace, layer, format, file));
        return file;
    }
}
