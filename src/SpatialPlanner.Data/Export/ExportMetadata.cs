using System.Text.Encodings.Web;
using System.Text.Json;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Export;

/// <summary>
/// The metadata file beside an export: what it is, where it comes from, and how it may be used. The only file of an
/// export that tells the time of day: the same question gives the same bytes in all others.
/// </summary>
internal static class ExportMetadata
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Name of the metadata file of an export: with the ending, so that two formats of one layer keep theirs.</summary>
    /// <param name="fileName">Name of the file that was asked for.</param>
    public static string NameOf(string fileName) => $"{fileName}.meta.json";

    /// <summary>Writes the file.</summary>
    /// <param name="job">The export, all rows written.</param>
    /// <param name="files">Names of the files written.</param>
    public static void Write(ExportJob job, IReadOnlyList<string> files)
    {
        var (request, origin) = (job.Request, job.Request.Origin);
        using var target = job.Create(NameOf(job.FileName));
        using var json = new Utf8JsonWriter(target, Options);
        json.WriteStartObject();
        Text(json, "title", job.Layer.Title);
        json.WriteString("layer", job.Layer.Name);
        json.WriteString("format", request.Format);
        List(json, "files", files, json.WriteStringValue);
        json.WriteNumber("rows", job.RowCount);
        json.WriteString("geometry", NameOf(job.Layer.Geometry));
        WriteCrs(json, job);
        json.WriteString("encoding", job.TextEncoding);
        List(json, "fields", job.Layer.Columns, column => WriteField(json, column));
        WriteQuestion(json, origin);
        Optional(json, "workspace", origin.Workspace);
        json.WriteString("fingerprint", origin.Fingerprint);
        json.WriteBoolean("synthetic", origin.Synthetic);
        List(json, "sources", [.. Sources(job)], source => WriteSource(json, source));
        Text(json, "licence", Licence(origin));
        json.WriteString("attribution", origin.Note);
        List(json, "notes", job.Notes.All, note => Text(json, null, note));
        json.WriteString("program", $"SpatialPlanner {ProgramInfo.Version}");
        json.WriteString("created_at", GeoPackageCreator.Iso(request.Clock.GetUtcNow()));
        json.WriteEndObject();
    }

    /// <summary>The imports that an exported layer comes from: its own, or all where it was computed.</summary>
    /// <param name="job">The export.</param>
    public static IEnumerable<ImportRecord> Sources(ExportJob job) =>
        job.Request.Origin.Imports.Where(i => job.Request.Origin.Rules is not null || i.Layer == job.Layer.Name);

    /// <summary>A layer's geometry in a word.</summary>
    /// <param name="geometry">Geometry.</param>
    public static string NameOf(LayerGeometry geometry) => JsonNamingPolicy.SnakeCaseLower.ConvertName($"{geometry}");

    private static LocalText Licence(ExportOrigin origin) => origin switch
    {
        { Synthetic: true } => new("合成数据，由本程序生成", "synthetic data, made by this program"),
        { HasOpenStreetMap: true } => new(
            "ODbL 1.0（开放数据库许可，https://opendatacommons.org/licenses/odbl/1-0/）", "ODbL 1.0 (https://opendatacommons.org/licenses/odbl/1-0/)"),
        _ => new("程序不知道来源数据的许可，请问提供者", "not known to the program: ask who gave the sources"),
    };

    private static void WriteCrs(Utf8JsonWriter json, ExportJob job)
    {
        if (job.Layer.Geometry == LayerGeometry.None)
        {
            return;
        }

        json.WriteStartObject("crs");
        json.WriteString("code", job.Crs.Code);
        Text(json, "name", job.Crs.Name);
        json.WriteString("x", job.Crs.IsGeographic ? "longitude, degrees" : "easting, unit of the system");
        json.WriteString("y", job.Crs.IsGeographic ? "latitude, degrees" : "northing, unit of the system");
        json.WriteString("wkt", job.Crs.Wkt);
        json.WriteEndObject();
        if (job.Extent.IsNull)
        {
            json.WriteNull("extent");
            return;
        }

        List(json, "extent", [job.Extent.MinX, job.Extent.MinY, job.Extent.MaxX, job.Extent.MaxY], json.WriteNumberValue);
    }

    private static void WriteField(Utf8JsonWriter json, LayerColumn column)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        json.WriteString("type", TypeName(column.Type));
        if (FieldUnits.Of(column.Name) is { } unit)
        {
            json.WriteString("unit", unit);
        }

        if (column.Allowed is { } allowed)
        {
            List(json, "allowed", allowed, json.WriteStringValue);
        }

        json.WriteEndObject();
    }

    /// <summary>A type in a word.</summary>
    /// <param name="type">Type.</param>
    public static string TypeName(ColumnType type) => type switch
    {
        ColumnType.Text => "text",
        ColumnType.Whole => "whole number",
        ColumnType.Real => "number",
        _ => "true/false",
    };

    private static void WriteQuestion(Utf8JsonWriter json, ExportOrigin origin)
    {
        if (origin.Rules is not { } rules)
        {
            return;
        }

        json.WriteStartObject("rule_pack");
        json.WriteString("id", rules.Id);
        json.WriteString("edition", rules.Edition);
        json.WriteString("sha256", rules.Sha256);
        Text(json, "name", rules.Name);
        json.WriteEndObject();
        List(json, "question", rules.Services, service =>
        {
            json.WriteStartObject();
            json.WriteString("service", service.Code);
            Number(json, "limit_metres", service.Limit.Metres);
            Number(json, "limit_minutes", service.Limit.Minutes);
            json.WriteString("profile", service.Profile);
            json.WriteString("group", service.Group);
            json.WriteEndObject();
        });
    }

    private static void WriteSource(Utf8JsonWriter json, ImportRecord source)
    {
        json.WriteStartObject();
        json.WriteString("file", source.Source.FileName);
        json.WriteString("sha256", source.Source.Sha256);
        json.WriteString("layer", source.Layer);
        json.WriteString("crs", source.Crs);
        json.WriteNumber("rows_taken", source.RowsTaken);
        json.WriteString("imported_at", source.ImportedAt);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    private static void Optional(Utf8JsonWriter json, string name, LocalText? text)
    {
        if (text is not null)
        {
            Text(json, name, text);
        }
    }

    private static void Text(Utf8JsonWriter json, string? name, LocalText text)
    {
        if (name is not null)
        {
            json.WritePropertyName(name);
        }

        json.WriteStartObject();
        json.WriteString("zh", text.Zh);
        json.WriteString("en", text.En);
        json.WriteEndObject();
    }

    private static void List<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }
}
