using System.Text.Json;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace SpatialPlanner.Data.Export;

/// <summary>Writes geometries as GeoJSON.</summary>
public static class GeoJsonGeometry
{
    // Seven decimals of a degree are a centimetre: what a map needs.
    private const int MapDecimals = 7;

    [ThreadStatic]
    private static CoordinateText? mapText;

    /// <summary>Writes a geometry, or null, with the 7 decimals of a degree that a map needs.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="geometry">WGS 84, x = longitude, y = latitude.</param>
    public static void Write(Utf8JsonWriter json, Geometry? geometry) =>
        Write(json, geometry, mapText ??= new CoordinateText(MapDecimals));

    /// <summary>Writes a geometry, or null.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="geometry">The geometry.</param>
    /// <param name="text">Gives the decimals.</param>
    internal static void Write(Utf8JsonWriter json, Geometry? geometry, CoordinateText text)
    {
        if (geometry is null || geometry.IsEmpty)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("type"u8, geometry.GeometryType);
        if (geometry is GeometryCollection and not (MultiPoint or MultiLineString or MultiPolygon))
        {
            json.WriteStartArray("geometries"u8);
            foreach (var part in ((GeometryCollection)geometry).Geometries)
            {
                Write(json, part, text);
            }

            json.WriteEndArray();
        }
        else
        {
            json.WritePropertyName("coordinates"u8);
            text.Clear();
            WriteCoordinates(text, geometry);
            // All of it as one value: the writer looks at each value that it is given, and there are many.
            json.WriteRawValue(text.Written, skipInputValidation: true);
        }

        json.WriteEndObject();
    }

    private static void WriteCoordinates(CoordinateText text, Geometry geometry)
    {
        switch (geometry)
        {
            case Point point:
                text.Write(point.CoordinateSequence, false, "["u8, (byte)',', "]"u8);
                break;
            case LineString line:
                WritePositions(text, line.CoordinateSequence, false);
                break;
            case Polygon polygon:
                text.Write((byte)'[');
                WriteRing(text, polygon.ExteriorRing.CoordinateSequence, true);
                for (var i = 0; i < polygon.NumInteriorRings; i++)
                {
                    text.Write((byte)',');
                    WriteRing(text, polygon.GetInteriorRingN(i).CoordinateSequence, false);
                }

                text.Write((byte)']');
                break;
            case GeometryCollection many:
                text.Write((byte)'[');
                for (var i = 0; i < many.NumGeometries; i++)
                {
                    if (i > 0)
                    {
                        text.Write((byte)',');
                    }

                    WriteCoordinates(text, many.GetGeometryN(i));
                }

                text.Write((byte)']');
                break;
        }
    }

    private static void WriteRing(CoordinateText text, CoordinateSequence ring, bool outer) =>
        WritePositions(text, ring, Area.OfRingSigned(ring) > 0 == outer);

    private static void WritePositions(CoordinateText text, CoordinateSequence line, bool backwards)
    {
        text.Write((byte)'[');
        text.Write(line, backwards, "["u8, (byte)',', "]"u8);
        text.Write((byte)']');
    }
}
