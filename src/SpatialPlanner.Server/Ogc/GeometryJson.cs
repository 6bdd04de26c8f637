using System.Text.Json;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace SpatialPlanner.Server.Ogc;

/// <summary>Geometries as GeoJSON: 7 decimals (a centimetre), outer rings anticlockwise.</summary>
internal static class GeometryJson
{
    private const int Decimals = 7;

    public static void Write(Utf8JsonWriter writer, Geometry? geometry)
    {
        if (geometry is null || geometry.IsEmpty)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("type", geometry.GeometryType is "LinearRing" ? "LineString" : geometry.GeometryType);
        if (geometry is GeometryCollection and not (MultiPoint or MultiLineString or MultiPolygon))
        {
            writer.WriteStartArray("geometries");
            for (var i = 0; i < geometry.NumGeometries; i++)
            {
                Write(writer, geometry.GetGeometryN(i));
            }

            writer.WriteEndArray();
        }
        else
        {
            writer.WritePropertyName("coordinates");
            WriteCoordinates(writer, geometry);
        }

        writer.WriteEndObject();
    }

    private static void WriteCoordinates(Utf8JsonWriter writer, Geometry geometry)
    {
        switch (geometry)
        {
            case Point point:
                WritePosition(writer, point.Coordinate);
                break;
            case LineString line:
                WriteLine(writer, line.Coordinates, reversed: false);
                break;
            case Polygon polygon:
                WritePolygon(writer, polygon);
                break;
            default:
                writer.WriteStartArray();
                for (var i = 0; i < geometry.NumGeometries; i++)
                {
                    WriteCoordinates(writer, geometry.GetGeometryN(i));
                }

                writer.WriteEndArray();
                break;
        }
    }

    private static void WritePolygon(Utf8JsonWriter writer, Polygon polygon)
    {
        writer.WriteStartArray();
        WriteRing(writer, polygon.ExteriorRing.Coordinates, anticlockwise: true);
        for (var i = 0; i < polygon.NumInteriorRings; i++)
        {
            WriteRing(writer, polygon.GetInteriorRingN(i).Coordinates, anticlockwise: false);
        }

        writer.WriteEndArray();
    }

    private static void WriteRing(Utf8JsonWriter writer, Coordinate[] ring, bool anticlockwise) =>
        WriteLine(writer, ring, reversed: Orientation.IsCCW(ring) != anticlockwise);

    private static void WriteLine(Utf8JsonWriter writer, Coordinate[] line, bool reversed)
    {
        writer.WriteStartArray();
        for (var i = 0; i < line.Length; i++)
        {
            WritePosition(writer, line[reversed ? line.Length - 1 - i : i]);
        }

        writer.WriteEndArray();
    }

    private static void WritePosition(Utf8JsonWriter writer, Coordinate position)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(Math.Round(position.X, Decimals));
        writer.WriteNumberValue(Math.Round(position.Y, Decimals));
        writer.WriteEndArray();
    }
}
