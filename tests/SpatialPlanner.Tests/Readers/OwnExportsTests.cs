using System.Globalization;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Export;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Tests.Export;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Readers;

/// <summary>Exports of every source layer, read back by the readers of this program.</summary>
public sealed class OwnExportsTests : IDisposable
{
    private const double Millimetre = 1e-8, TenCentimetres = 1e-6;
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("shp", "EPSG:4326")]
    [InlineData("shp", "EPSG:4545")]
    [InlineData("shp", "GCJ-02")]
    [InlineData("gpkg", "EPSG:4326")]
    [InlineData("gpkg", "EPSG:4545")]
    [InlineData("gpkg", "GCJ-02")]
    public void EverySourceLayerComesBackToTheLetter(string format, string crsName) => Check(format, crsName);

    [GdalTheory]
    [InlineData("EPSG:4326")]
    [InlineData("EPSG:4545")]
    public void FlatGeobufComesBackThroughGdal(string crsName) => Check("fgb", crsName);

    private void Check(string format, string crsName)
    {
        var crs = CoordinateSystems.Find(crsName);
        var limits = new FormatLimits
        {
            EmptyIsNull = format == "shp",
            TrimsEnd = format == "shp",
        };
        using var workspace = NastyLayers.Create(_folder.File("nasty.gpkg"));
        foreach (var layer in WorkspaceLayers.All)
        {
            var request = ExportRequest.Of(workspace, layer, format, _folder.File($"{layer.Name}.{format}"));
            var written = request.Rows.ToList();
            var result = LayerExport.Write(request with { Crs = crs });
            var back = result.Files.Where(f => Path.GetExtension(f) is ".shp" or ".gpkg" or ".fgb"
                    || (f.EndsWith(".dbf", StringComparison.Ordinal) && layer.Geometry == LayerGeometry.None))
                .SelectMany(f => Rows(f, layer, crs)).ToList();
            RoundTrip.Check($"{layer.Name}.{format} in {crs.Code}", layer, written, back, limits, crs.Epsg is null ? TenCentimetres : Millimetre);
        }
    }

    private static IEnumerable<LayerRow> Rows(string path, LayerSchema layer, CoordinateSystem crs)
    {
        var read = ReadSource.Of(path);
        Assert.All(read.Rows, r => Assert.Null(r.Fault));
        if (crs.Epsg is { } code && layer.Geometry != LayerGeometry.None)
        {
            Assert.Equal(code, CoordinateSystems.Parse(read.Crs!.Text).Epsg);
        }

        return read.Rows.Select(r => new LayerRow(
            r.Geometry is { } geometry ? crs.ToWgs84(geometry) : null,
            [.. layer.Columns.Select(c => Typed(r.Values[c.Name], c.Type))], r.Place));
    }

    // Whole numbers of more digits than GDAL keeps are text in a .dbf, and a real number may look whole.
    private static object? Typed(object? value, ColumnType type) => (value, type) switch
    {
        (string text, ColumnType.Whole) => long.Parse(text, CultureInfo.InvariantCulture),
        (long whole, ColumnType.Real) => (double)whole,
        _ => value,
    };
}
