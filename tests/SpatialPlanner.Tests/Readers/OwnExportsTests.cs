using System.Globalization;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Export;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Readers.Mapping;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Tests.Export;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Readers;

/// <summary>Exports of every source and result layer, read back by the readers of this program.</summary>
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
    [InlineData("geojson", "EPSG:4326")]
    [InlineData("geojson", "EPSG:4545")]
    [InlineData("geojson", "GCJ-02")]
    [InlineData("csv", "EPSG:4326")]
    [InlineData("csv", "EPSG:4545")]
    [InlineData("csv", "GCJ-02")]
    [InlineData("xlsx", "EPSG:4326")]
    [InlineData("xlsx", "EPSG:4545")]
    [InlineData("xlsx", "GCJ-02")]
    [InlineData("kml", "EPSG:4326")]
    public void EveryLayerComesBackToTheLetter(string format, string crsName) => Check(format, crsName);

    [GdalTheory]
    [InlineData("EPSG:4326")]
    [InlineData("EPSG:4545")]
    [InlineData("GCJ-02")]
    public void FlatGeobufComesBackThroughGdal(string crsName) => Check("fgb", crsName);

    private void Check(string format, string crsName)
    {
        var crs = CoordinateSystems.Find(crsName);
        var limits = new FormatLimits
        {
            // A .dbf pads with blanks, and an empty cell of a table or element of a KML is no text.
            EmptyIsNull = format is "shp" or "csv" or "xlsx" or "kml",
            TrimsEnd = format == "shp",
            Trims = format == "kml",
            ReplacesControls = format == "kml",
        };
        using var workspace = NastyLayers.Create(_folder.File("nasty.gpkg"));
        foreach (var request in WorkspaceLayers.All.Select(l => ExportRequest.Of(workspace, l, format, _folder.File($"{l.Name}.{format}"))))
        {
            Check(request, crs, limits);
        }

        using var street = Workspaces.Open(OneStreet.Write(_folder), readOnly: true);
        var loaded = LoadedDistrict.Load(street, Pack.Default, null, default);
        var assessment = new Assessment(loaded);
        foreach (var layer in ResultLayers.All.Select(l => l.Make(assessment)))
        {
            Check(ExportRequest.Of(loaded, layer, format, _folder.File($"{layer.Name}.{format}")), crs, limits);
        }
    }

    private static void Check(ExportRequest request, CoordinateSystem crs, FormatLimits limits)
    {
        var (layer, written) = (request.Layer, request.Rows.ToList());
        var result = LayerExport.Write(request with { Crs = crs });
        var back = result.Files.Where(f => f.EndsWith($".{request.Format}", StringComparison.Ordinal)
                || (f.EndsWith(".dbf", StringComparison.Ordinal) && layer.Geometry == LayerGeometry.None))
            .SelectMany(f => Rows(f, layer, crs)).ToList();
        RoundTrip.Check(
            $"{layer.Name}.{request.Format} in {crs.Code}", layer, written, back, limits, crs.Epsg is null ? TenCentimetres : Millimetre);
    }

    private static IEnumerable<LayerRow> Rows(string path, LayerSchema layer, CoordinateSystem crs)
    {
        var (read, isTable) = (ReadSource.Of(path), Path.GetExtension(path) is ".csv" or ".xlsx");
        Assert.All(read.Rows, r => Assert.True(r.Fault is null, $"{Path.GetFileName(path)} {r.Place}: {r.Fault}"));
        if (!isTable && crs.Epsg is { } code && layer.Geometry != LayerGeometry.None)
        {
            Assert.Equal(code, CoordinateSystems.Parse(read.Crs!.Text).Epsg);
        }

        return read.Rows.Select(r => new LayerRow(
            (r.Geometry ?? OfColumns(r.Values)) is { } geometry ? crs.ToWgs84(geometry) : null,
            [.. layer.Columns.Select(c => Typed(r.Values.GetValueOrDefault(c.Name), c.Type, isTable))], r.Place));
    }

    private static Geometry? OfColumns(IReadOnlyDictionary<string, object?> values)
    {
        var columns = new CoordinateColumns(CoordinateSystems.Wgs84, false);
        columns.Begin();
        foreach (var (name, column) in new[] { ("lon", 0), ("lat", 1), ("x", 0), ("y", 1), ("wkt", 2) })
        {
            if (values.GetValueOrDefault(name) is { } value)
            {
                columns.Take(column, value, name);
            }
        }

        return columns.Geometry(out var geometry) is null ? geometry : null;
    }

    // Tables of text keep every value as text. Whole numbers of more digits than GDAL keeps are text in a .dbf, and a real number may look whole.
    private static object? Typed(object? value, ColumnType type, bool isTable) => (value, type) switch
    {
        (string { Length: 0 }, ColumnType.Text) when isTable => null,
        (string { Length: 0 }, not ColumnType.Text) => null,
        (string text, ColumnType.Whole) => long.Parse(text, CultureInfo.InvariantCulture),
        (long whole, ColumnType.Real) => (double)whole,
        (string text, ColumnType.Real) => double.Parse(text, CultureInfo.InvariantCulture),
        (string text, ColumnType.Flag) => text == "1" || (text != "0" && bool.Parse(text)),
        (double real, ColumnType.Whole) => (long)real,
        (null, _) => null,
        (not string, ColumnType.Text) => Convert.ToString(value, CultureInfo.InvariantCulture),
        _ => value,
    };
}
