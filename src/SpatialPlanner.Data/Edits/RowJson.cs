using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Export;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Edits;

/// <summary>Rows as GeoJSON features, exact to the last bit of a coordinate, and back.</summary>
internal static class RowJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string? Write(LayerSchema layer, LayerRow? row)
    {
        if (row is null)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("type", "Feature");
            json.WritePropertyName("geometry");
            WriteGeometry(json, row.Geometry);
            json.WriteStartObject("properties");
            for (var i = 0; i < layer.Columns.Count; i++)
            {
                json.WritePropertyName(layer.Columns[i].Name);
                JsonSerializer.Serialize(json, row.Values[i] is double d && !double.IsFinite(d) ? null : row.Values[i]);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>The row of a text of <see cref="Write"/>; outlines, which nobody edits, come from the stored row.</summary>
    /// <exception cref="JsonException">Another program changed the text.</exception>
    public static LayerRow Read(LayerSchema layer, string text, LayerRow? stored)
    {
        using var document = JsonDocument.Parse(text);
        var properties = document.RootElement.GetProperty("properties");
        var values = layer.Columns.Select(c => properties.TryGetProperty(c.Name, out var value) ? Value(c, value) : null);
        return new(Geometry(document.RootElement.GetProperty("geometry")) ?? stored?.Geometry, [.. values]);
    }

    private static Geometry? Geometry(JsonElement json) => json.ValueKind != JsonValueKind.Object ? null : json.GetProperty("type").GetString() switch
    {
        "Point" => new Point(At(json.GetProperty("coordinates"))),
        "LineString" => new LineString([.. json.GetProperty("coordinates").EnumerateArray().Select(At)]),
        _ => null,
    };

    private static Coordinate At(JsonElement at) => new(at[0].GetDouble(), at[1].GetDouble());

    // Doubles are written so that the same double is read; seven decimals, which a map needs, would move the place.
    private static void WriteGeometry(Utf8JsonWriter json, Geometry? geometry)
    {
        if (geometry is not (Point or LineString))
        {
            GeoJsonGeometry.Write(json, geometry);
            return;
        }

        json.WriteStartObject();
        json.WriteString("type", geometry.GeometryType);
        json.WritePropertyName("coordinates");
        if (geometry is Point)
        {
            WriteAt(json, geometry.Coordinate);
        }
        else
        {
            json.WriteStartArray();
            foreach (var at in geometry.Coordinates)
            {
                WriteAt(json, at);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteAt(Utf8JsonWriter json, Coordinate at)
    {
        json.WriteStartArray();
        json.WriteNumberValue(at.X);
        json.WriteNumberValue(at.Y);
        json.WriteEndArray();
    }

    private static object? Value(LayerColumn column, JsonElement value) => value.ValueKind == JsonValueKind.Null
        ? null
        : column.Type switch
        {
            ColumnType.Text => value.GetString(),
            ColumnType.Whole => value.GetInt64(),
            ColumnType.Real => value.GetDouble(),
            _ => value.GetBoolean(),
        };
}
