using System.Globalization;
using System.Text;
using System.Xml;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Export.Kml;

/// <summary>
/// Writes KML 2.2 (OGC 07-147r2): WGS 84 alone, values typed by a schema. The schema stands before the rows and depends on
/// them (KML's whole number has 32 bits), so the rows wait in a file.
/// </summary>
internal sealed class KmlWriter : ILayerWriter
{
    private const string Namespace = "http://www.opengis.net/kml/2.2";

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(false),
        // Keeps a carriage return, which a reader would else turn into a line feed.
        NewLineHandling = NewLineHandling.Entitize,
    };

    private static readonly Func<string, LocalText> Unwritable = ids => new(
        $"XML 不允许的控制字符写成 U+FFFD：{ids}", $"control characters that XML does not allow are written as U+FFFD: {ids}");

    public string Format => "kml";

    public string MediaType => "application/vnd.google-earth.kml+xml";

    public (LocalText What, LocalText Remedy)? Refusal(ExportRequest request) =>
        request.Crs.Code == CoordinateSystems.Wgs84.Code
            ? null
            : (new($"KML 只能用 WGS 84，不能用 {request.Crs.Code}", $"KML is always WGS 84 and cannot be in {request.Crs.Code}"),
               new("去掉 --crs，或换一种格式", "leave --crs out, or take another format"));

    public void Write(ExportJob job)
    {
        using var spool = job.Spool();
        var types = job.Layer.Columns.Select(c => TypeOf(c.Type)).ToArray();
        WriteRows(job, spool, types);
        using var target = job.Create(job.FileName);
        using var xml = XmlWriter.Create(target, Settings);
        xml.WriteStartDocument();
        xml.WriteStartElement("kml", Namespace);
        xml.WriteStartElement("Document", Namespace);
        xml.WriteElementString("name", Namespace, $"{job.Layer.Title.Zh} {job.Layer.Title.En}");
        if (job.Request.Origin.Note is { } note)
        {
            xml.WriteElementString("description", Namespace, note);
        }

        WriteSchema(xml, job.Layer, types);
        xml.WriteWhitespace("\n");
        xml.Flush();
        spool.Position = 0;
        spool.CopyTo(target);
        xml.WriteEndDocument();
    }

    private static string TypeOf(ColumnType type) => type switch
    {
        ColumnType.Text => "string",
        ColumnType.Whole => "int",
        ColumnType.Real => "double",
        _ => "bool",
    };

    private static void WriteSchema(XmlWriter xml, LayerSchema layer, string[] types)
    {
        xml.WriteStartElement("Schema", Namespace);
        xml.WriteAttributeString("name", layer.Name);
        xml.WriteAttributeString("id", layer.Name);
        for (var i = 0; i < types.Length; i++)
        {
            xml.WriteStartElement("SimpleField", Namespace);
            xml.WriteAttributeString("type", types[i]);
            xml.WriteAttributeString("name", layer.Columns[i].Name);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteRows(ExportJob job, Stream spool, string[] types)
    {
        var settings = Settings.Clone();
        settings.ConformanceLevel = ConformanceLevel.Fragment;
        using var xml = XmlWriter.Create(spool, settings);
        var geometry = new KmlGeometry(job.Decimals);
        // GDAL keeps one field for the label and for a column of that name, so a row without a name has no label.
        var label = Math.Max(0, job.Layer.IndexOf("name"));
        foreach (var row in job.Rows())
        {
            xml.WriteStartElement("Placemark");
            if ((row.Values[label] as string ?? (label > 0 ? null : job.IdOf(row))) is { } name)
            {
                xml.WriteElementString("name", Clean(name, job, row));
            }

            WriteValues(xml, job, row, types);
            if (row.Geometry is not null)
            {
                geometry.Write(xml, row.Geometry);
            }

            xml.WriteEndElement();
            xml.WriteWhitespace("\n");
        }
    }

    // A null value is left out.
    private static void WriteValues(XmlWriter xml, ExportJob job, LayerRow row, string[] types)
    {
        xml.WriteStartElement("ExtendedData");
        xml.WriteStartElement("SchemaData");
        xml.WriteAttributeString("schemaUrl", $"#{job.Layer.Name}");
        for (var i = 0; i < types.Length; i++)
        {
            if (row.Values[i] is { } value)
            {
                // A whole number beyond 32 bits would be cut by a reader of an int.
                types[i] = value is long and (< int.MinValue or > int.MaxValue) ? "string" : types[i];
                xml.WriteStartElement("SimpleData");
                xml.WriteAttributeString("name", job.Layer.Columns[i].Name);
                xml.WriteString(value is string text ? Clean(text, job, row) : Text(value));
                xml.WriteEndElement();
            }
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Text(object value) => value switch
    {
        // GDAL takes the words, which XML Schema allows as well, for 0.
        bool flag => flag ? "1" : "0",
        _ => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
    };

    private static string Clean(string text, ExportJob job, LayerRow row)
    {
        var clean = KmlText.Clean(text, out var changed);
        if (changed)
        {
            job.Notes.Add(Unwritable, job.IdOf(row));
        }

        return clean;
    }
}
