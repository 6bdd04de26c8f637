using System.Text;
using System.Xml;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace SpatialPlanner.Data.Export.Kml;

/// <summary>Writes geometries as KML. Not safe for two threads.</summary>
/// <param name="decimals">Decimals of a coordinate.</param>
internal sealed class KmlGeometry(int decimals)
{
    private readonly CoordinateText _text = new(decimals);

    /// <summary>Writes a geometry.</summary>
    /// <param name="xml">Where to write.</param>
    /// <param name="geometry">The geometry, WGS 84.</param>
    public void Write(XmlWriter xml, Geometry geometry)
    {
        switch (geometry)
        {
            case Point point:
                xml.WriteStartElement("Point");
                WriteCoordinates(xml, point.CoordinateSequence, backwards: false);
                break;
            case LineString line:
                xml.WriteStartElement("LineString");
                WriteCoordinates(xml, line.CoordinateSequence, backwards: false);
                break;
            case Polygon polygon:
                xml.WriteStartElement("Polygon");
                WriteRing(xml, "outerBoundaryIs", polygon.ExteriorRing);
                foreach (var hole in polygon.InteriorRings)
                {
                    WriteRing(xml, "innerBoundaryIs", hole);
                }

                break;
            default:
                xml.WriteStartElement("MultiGeometry");
                for (var i = 0; i < geometry.NumGeometries; i++)
                {
                    Write(xml, geometry.GetGeometryN(i));
                }

                break;
        }

        xml.WriteEndElement();
    }

    // KML wants rings counterclockwise, holes too.
    private void WriteRing(XmlWriter xml, string role, LineString ring)
    {
        xml.WriteStartElement(role);
        xml.WriteStartElement("LinearRing");
        WriteCoordinates(xml, ring.CoordinateSequence, Area.OfRingSigned(ring.CoordinateSequence) > 0);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteCoordinates(XmlWriter xml, CoordinateSequence line, bool backwards)
    {
        _text.Clear();
        _text.Write(line, backwards, [], (byte)',', [], (byte)' ');
        xml.WriteElementString("coordinates", Encoding.ASCII.GetString(_text.Written));
    }
}
