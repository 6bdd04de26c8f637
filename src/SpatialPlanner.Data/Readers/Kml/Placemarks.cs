using System.Globalization;
using System.Text;
using System.Xml;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Data.Readers.Xml;

namespace SpatialPlanner.Data.Readers.Kml;

/// <summary>Makes rows from the placemarks of a KML file.</summary>
/// <param name="fields">Fields of the table.</param>
internal sealed class Placemarks(SourceFields fields)
{
    private const int MostFields = 5000;
    private readonly StringBuilder _text = new();
    private readonly SourceRow _row = new();

    /// <summary>Makes the geometries.</summary>
    public KmlGeometry Geometry { get; } = new();

    /// <summary>The row of the placemark.</summary>
    /// <param name="xml">On its element; moves to its end.</param>
    /// <param name="folder">Path of the folders it is in.</param>
    /// <param name="number">Its number in the file.</param>
    public SourceRow Read(XmlReader xml, string folder, long number)
    {
        var (depth, line) = (xml.Depth, ((IXmlLineInfo)xml).LineNumber);
        _row.Begin(fields.Count);
        _row.Id = xml.GetAttribute("id");
        _row.Place = string.Create(CultureInfo.InvariantCulture, $"placemark {number}, line {line}");
        Keep("folder", folder.Length > 0 ? folder : null);
        var empty = xml.IsEmptyElement;
        try
        {
            if (!empty)
            {
                KmlGeometry.Children(xml, () => Child(xml));
            }
        }
        catch (RowFault fault)
        {
            _row.Fault = (fault.What, fault.Remedy);
            Leave(xml, depth);
        }

        _row.PicksKind = _row.Geometry?.GetType() == typeof(GeometryCollection);
        return _row;
    }

    private void Child(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "name":
                Keep("name", Text(xml));
                break;
            case "description":
                Keep("description", PlainDescription.Of(Text(xml)));
                break;
            case "ExtendedData":
                ReadData(xml);
                break;
            case var name when KmlGeometry.Is(name):
                _row.Geometry = Geometry.Read(xml);
                break;
            default:
                Text(xml);
                break;
        }
    }

    // <Data name="n"><value>v</value></Data>, <SchemaData><SimpleData name="n">v</SimpleData></SchemaData>
    private void ReadData(XmlReader xml) => KmlGeometry.Children(xml, () =>
    {
        if (xml.LocalName == "SchemaData")
        {
            KmlGeometry.Children(xml, () => Keep(xml.GetAttribute("name"), Text(xml)));
            return;
        }

        var name = xml.GetAttribute("name");
        if (xml.LocalName != "Data" || name is null)
        {
            Text(xml);
            return;
        }

        KmlGeometry.Children(xml, () =>
        {
            var isValue = xml.LocalName == "value";
            var text = Text(xml);
            if (isValue)
            {
                Keep(name, text);
            }
        });
    });

    private void Keep(string? name, string? value)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return;
        }

        var field = fields.Of(name.Trim());
        if (field > MostFields)
        {
            throw new XmlException($"placemarks have more than {MostFields} different fields");
        }

        if (field >= _row.Values.Length)
        {
            var wider = new object?[Math.Max(fields.Count, 2 * _row.Values.Length)];
            _row.Values.CopyTo(wider, 0);
            _row.Values = wider;
        }

        _row.Values[field] = string.IsNullOrEmpty(value) ? _row.Values[field] : value;
    }

    private string Text(XmlReader xml)
    {
        SafeXml.ReadText(xml, _text);
        return _text.ToString().Trim();
    }

    private static void Leave(XmlReader xml, int depth)
    {
        while (xml.Depth > depth && xml.Read())
        {
            // On to the end of the placemark.
        }
    }
}
