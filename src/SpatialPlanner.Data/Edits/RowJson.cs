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
    public static LayerRow Read(LayerSchema layer, string text, LayerRow? stored)
    {
        using var document = JsonDocument.Parse(text);
        var properties = document.RootElement.GetProperty("properties");
        var values = layer.Columns.Select(c => properties.TryGetProperty(c.Name, out var value) ? Value(c, value) : null);
        return new(Geometry(document.RootElement.GetProperty("geometry")) ?? stored?.Geometry, [.. values]);
    }

    /// <summary>A point, or null for any other geometry.</summary>
    public static Point? Geometry(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || json.GetProperty("type").GetString() != "Point")
        {
            return null;
        }

        var at = json.GetProperty("coordinates");
        return new Point(at[0].GetDouble(), at[1].GetDouble());
    }

    // Doubles are written so that the same double is read; seven decimals, which a map needs, would move the place.
    private static void WriteGeometry(Utf8JsonWriter json, Geometry? geometry)
    {
        if (geometry is not Point point)
        {
            GeoJsonGeometry.Write(json, geometry);
            return;
        }

        json.WriteStartObject();
        json.WriteString("type", "Point");
        json.WriteStartArray("coordinates");
        json.WriteNumberValue(point.X);
        json.WriteNumberValue(point.Y);
        json.WriteEndArray();
        json.WriteEndObject();
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
