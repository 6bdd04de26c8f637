using System.Text.Encodings.Web;
using System.Text.Json;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Export;

/// <summary>
/// Writes GeoJSON (RFC 7946), outer rings counterclockwise. Another coordinate system than WGS 84 is told by the
/// <c>crs</c> member of the older specification, which GDAL and QGIS read, and by <c>coordinate_system</c>, a member of our
/// own. GCJ-02 and BD-09, which have no definition, stand in <c>crs</c> as an engineering system of that name: with a null
/// there GDAL takes them for WGS 84.
/// </summary>
internal sealed class GeoJsonWriter : ILayerWriter
{
    private const int FlushBytes = 1 << 20;

    // Chinese as Chinese: the default encoder would write six ASCII characters for each. Every byte is still valid JSON.
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public string Format => "geojson";

    public string MediaType => "application/geo+json";

    public void Write(ExportJob job)
    {
        using var target = job.Create(job.FileName);
        using var json = new Utf8JsonWriter(target, Options);
        var names = job.Layer.Columns.Select(c => JsonEncodedText.Encode(c.Name, Options.Encoder)).ToArray();
        var coordinates = new CoordinateText(job.Decimals);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteString("name", job.Layer.Name);
        WriteCrs(json, job);
        if (job.Request.Origin.Note is { } note)
        {
            json.WriteString("attribution", note);
        }

        json.WriteStartArray("features");
        foreach (var row in job.Rows())
        {
            WriteFeature(json, names, row, coordinates);
            if (json.BytesPending > FlushBytes)
            {
                json.Flush();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCrs(Utf8JsonWriter json, ExportJob job)
    {
        if (job.Crs.Code == CoordinateSystems.Wgs84.Code || job.Layer.Geometry == LayerGeometry.None)
        {
            return;
        }

        job.Notes.Add(new(
            "GeoJSON 标准（RFC 7946）只用 WGS 84；坐标系写在旧版的 crs 成员里，GDAL 和 QGIS 能读，有些网页程序不读",
            "GeoJSON (RFC 7946) is WGS 84; the coordinate system is in the older crs member, which GDAL and QGIS read and some web programs ignore"));
        json.WriteString("coordinate_system", job.Crs.Code);
        json.WriteStartObject("crs");
        json.WriteString("type", "name");
        json.WriteStartObject("properties");
        json.WriteString("name", job.Crs.Epsg is { } epsg ? $"urn:ogc:def:crs:EPSG::{epsg}" : job.Crs.Wkt ?? Undefined(job.Crs.Code));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Undefined(string name) =>
        $"ENGCRS[\"{name}\",EDATUM[\"{name}\"],CS[ellipsoidal,2],AXIS[\"longitude\",east],AXIS[\"latitude\",north],"
        + "ANGLEUNIT[\"degree\",0.0174532925199433]]";

    private static void WriteFeature(
        Utf8JsonWriter json, JsonEncodedText[] names, LayerRow row, CoordinateText coordinates)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "Feature"u8);
        if (row.Values.Length > 0 && row.Values[0] is string key)
        {
            json.WriteString("id"u8, key);
        }

        json.WritePropertyName("properties"u8);
        json.WriteStartObject();
        for (var i = 0; i < names.Length; i++)
        {
            json.WritePropertyName(names[i]);
            WriteValue(json, row.Values[i]);
        }

        json.WriteEndObject();
        json.WritePropertyName("geometry"u8);
        GeoJsonGeometry.Write(json, row.Geometry, coordinates);
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
            case double real when real == 0 && double.IsNegative(real):
                // "-0" would be read as a whole number, which has no sign at zero.
                json.WriteRawValue("-0.0"u8, skipInputValidation: true);
                break;
            case double real:
                json.WriteNumberValue(real);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            default:
                throw new ArgumentException($"A row cannot hold a {value.GetType().Name}.", nameof(value));
        }
    }
}
