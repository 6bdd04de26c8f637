using System.Globalization;
using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Export;

/// <summary>Reads a file with GDAL: <c>ogr2ogr</c> turns it into GeoJSON with every digit.</summary>
internal static class GdalRows
{
    /// <summary>The rows of a file as rows of a layer.</summary>
    /// <param name="path">The file.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="fieldOf">Name of a column in the file.</param>
    /// <param name="arguments">Further arguments of ogr2ogr.</param>
    public static List<LayerRow> Read(string path, LayerSchema layer, Func<string, string> fieldOf, params string[] arguments)
    {
        var (code, output, error) = Command.Run(
            "ogr2ogr", ["-f", "GeoJSON", "/vsistdout/", path, "-lco", "SIGNIFICANT_FIGURES=17", "-lco", "RFC7946=NO", .. arguments]);
        Assert.True(code == 0, $"{path}: {error}");
        if (output.Length == 0)
        {
            // A KML file without rows has no layer either.
            return [];
        }

        using var json = JsonDocument.Parse(output);
        return [.. json.RootElement.GetProperty("features").EnumerateArray().Select(f => Row(f, layer, fieldOf))];
    }

    private static LayerRow Row(JsonElement feature, LayerSchema layer, Func<string, string> fieldOf)
    {
        var properties = feature.GetProperty("properties");
        // Where a file has ids of features, a column "id" becomes one too.
        JsonElement? Field(string name) =>
            (properties.TryGetProperty(fieldOf(name), out var value) || (name == "id" && feature.TryGetProperty(name, out value)))
            && value.ValueKind != JsonValueKind.Null ? value : null;
        var values = layer.Columns.Select(c => Field(c.Name) is { } value ? Value(value, c.Type) : null).ToArray();
        return new LayerRow(
            feature.GetProperty("geometry") is { ValueKind: JsonValueKind.Object } geometry ? Shape(geometry) : OfColumns(Field), values);
    }

    private static object? Value(JsonElement json, ColumnType type)
    {
        var text = json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText();
        return type switch
        {
            ColumnType.Text => text,
            // A table in which all is text has nothing between two commas.
            _ when text.Length == 0 => null,
            ColumnType.Whole => long.TryParse(text, CultureInfo.InvariantCulture, out var whole) ? whole : text,
            ColumnType.Real => double.Parse(text, CultureInfo.InvariantCulture),
            _ => text switch
            {
                "true" or "1" or "T" => true,
                "false" or "0" or "F" => false,
                // True or false of a .dbf, which GDAL reads as text.
                "?" => null,
                _ => text,
            },
        };
    }

    // A spreadsheet has its geometry in columns.
    private static Geometry? OfColumns(Func<string, JsonElement?> field)
    {
        if (field("wkt") is { } wkt)
        {
            return new WKTReader().Read(wkt.GetString());
        }

        var (x, y) = (field("lon") ?? field("x"), field("lat") ?? field("y"));
        return x is null || y is null ? null : new Point(x.Value.GetDouble(), y.Value.GetDouble());
    }

    private static Geometry Shape(JsonElement json)
    {
        var coordinates = json.GetProperty("coordinates");
        return json.GetProperty("type").GetString() switch
        {
            "Point" => new Point(Position(coordinates)),
            "LineString" => new LineString(Positions(coordinates)),
            "MultiLineString" => new MultiLineString([.. coordinates.EnumerateArray().Select(l => new LineString(Positions(l)))]),
            "Polygon" => Polygon(coordinates),
            "MultiPolygon" => new MultiPolygon([.. coordinates.EnumerateArray().Select(Polygon)]),
            var other => throw new NotSupportedException(other),
        };
    }

    private static Polygon Polygon(JsonElement rings)
    {
        LinearRing[] all = [.. rings.EnumerateArray().Select(r => new LinearRing(Positions(r)))];
        return new Polygon(all[0], all[1..]);
    }

    private static Coordinate[] Positions(JsonElement positions) => [.. positions.EnumerateArray().Select(Position)];

    private static Coordinate Position(JsonElement position) => new(position[0].GetDouble(), position[1].GetDouble());
}
