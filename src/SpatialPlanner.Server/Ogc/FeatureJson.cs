using System.Text.Json;
using SpatialPlanner.Data.Export;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Server.Answers;

namespace SpatialPlanner.Server.Ogc;

/// <summary>A row of a layer as the bytes of a GeoJSON feature (RFC 7946).</summary>
internal static class FeatureJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = ApiJson.Options.Encoder,
        SkipValidation = true,
    };

    public static byte[] Render(PublishedLayer layer, int row, string id)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("type", "Feature");
            writer.WriteString("id", id);
            writer.WritePropertyName("geometry");
            GeoJsonGeometry.Write(writer, layer.Rows[row].Geometry);
            WriteProperties(writer, layer.Columns, layer.Rows[row].Values);
            writer.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void WriteProperties(Utf8JsonWriter writer, IReadOnlyList<LayerColumn> columns, object?[] values)
    {
        writer.WriteStartObject("properties");
        for (var c = 0; c < columns.Count; c++)
        {
            writer.WritePropertyName(columns[c].Name);
            WriteValue(writer, values[c]);
        }

        writer.WriteEndObject();
    }

    // JSON has no word for "not a number": such a value is no value.
    private static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case long whole:
                writer.WriteNumberValue(whole);
                break;
            case int whole:
                writer.WriteNumberValue(whole);
                break;
            case double real when double.IsFinite(real):
                writer.WriteNumberValue(real);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
