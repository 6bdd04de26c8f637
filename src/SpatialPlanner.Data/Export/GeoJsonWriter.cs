using System.Text.Encodings.Web;
using System.Text.Json;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Export;

/// <summary>Writes GeoJSON (RFC 7946): WGS 84, 7 decimals (a centimetre), outer rings counterclockwise.</summary>
public static class GeoJsonWriter
{
    private const int FlushBytes = 1 << 20;

    // Chinese as Chinese: the default encoder would write six ASCII characters for each. Every byte is still valid JSON.
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>Writes rows as one feature collection.</summary>
    /// <param name="target">Where to write.</param>
    /// <param name="name">Name of the collection.</param>
    /// <param name="columns">Columns of the rows; the first is the key and becomes the id of the feature too.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="note">Where the data comes from, or that it is invented; null for nothing.</param>
    /// <param name="cancel">Cancels.</param>
    public static void Write(
        Stream target, string name, IReadOnlyList<LayerColumn> columns, IEnumerable<LayerRow> rows,
        string? note = null, CancellationToken cancel = default)
    {
        using var json = new Utf8JsonWriter(target, Options);
        var names = columns.Select(c => JsonEncodedText.Encode(c.Name, Options.Encoder)).ToArray();
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteString("name", name);
        if (note is not null)
        {
            json.WriteString("attribution", note);
        }

        json.WriteStartArray("features");
        foreach (var row in rows)
        {
            cancel.ThrowIfCancellationRequested();
            WriteFeature(json, names, row);
            if (json.BytesPending > FlushBytes)
            {
                json.Flush();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes one row as a feature.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="names">Names of the columns.</param>
    /// <param name="row">The row.</param>
    public static void WriteFeature(Utf8JsonWriter json, IReadOnlyList<JsonEncodedText> names, LayerRow row)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "Feature"u8);
        if (row.Values.Length > 0 && row.Values[0] is string key)
        {
            json.WriteString("id"u8, key);
        }

        json.WritePropertyName("properties"u8);
        json.WriteStartObject();
        for (var i = 0; i < names.Count; i++)
        {
            json.WritePropertyName(names[i]);
            WriteValue(json, row.Values[i]);
        }

        json.WriteEndObject();
        json.WritePropertyName("geometry"u8);
        GeoJsonGeometry.Write(json, row.Geometry);
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case long whole:
                json.WriteNumberValue(whole);
                break;
            case double real when double.IsFinite(real):
                json.WriteNumberValue(real);
                break;
            case double:
                json.WriteNullValue();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            default:
                throw new ArgumentException($"A row cannot hold a {value.GetType().Name}.", nameof(value));
        }
    }
}
