using System.Buffers.Text;
using System.Text.Json;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace SpatialPlanner.Data.Export;

/// <summary>Writes geometries as GeoJSON.</summary>
public static class GeoJsonGeometry
{
    /// <summary>Writes a geometry, or null.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="geometry">WGS 84, x = longitude, y = latitude.</param>
    public static void Write(Utf8JsonWriter json, Geometry? geometry)
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
                Write(json, part);
            }

            json.WriteEndArray();
        }
        else
        {
            json.WritePropertyName("coordinates"u8);
            WriteCoordinates(json, geometry);
        }

        json.WriteEndObject();
    }

    private static void WriteCoordinates(Utf8JsonWriter json, Geometry geometry)
    {
        switch (geometry)
        {
            case Point point:
                WritePosition(json, point.CoordinateSequence, 0);
                break;
            case LineString line:
                WritePositions(json, line.CoordinateSequence, false);
                break;
            case Polygon polygon:
                json.WriteStartArray();
                WriteRing(json, polygon.ExteriorRing.CoordinateSequence, true);
                for (var i = 0; i < polygon.NumInteriorRings; i++)
                {
                    WriteRing(json, polygon.GetInteriorRingN(i).CoordinateSequence, false);
                }

                json.WriteEndArray();
                break;
            case GeometryCollection many:
                json.WriteStartArray();
                foreach (var part in many.Geometries)
                {
                    WriteCoordinates(json, part);
                }

                json.WriteEndArray();
                break;
        }
    }

    private static void WriteRing(Utf8JsonWriter json, CoordinateSequence ring, bool outer) =>
        WritePositions(json, ring, Area.OfRingSigned(ring) > 0 == outer);

    private static void WritePositions(Utf8JsonWriter json, CoordinateSequence line, bool backwards)
    {
        json.WriteStartArray();
        for (var i = 0; i < line.Count; i++)
        {
            WritePosition(json, line, backwards ? line.Count - 1 - i : i);
        }

        json.WriteEndArray();
    }

    private static void WritePosition(Utf8JsonWriter json, CoordinateSequence line, int i)
    {
        json.WriteStartArray();
        WriteDegrees(json, line.GetX(i));
        WriteDegrees(json, line.GetY(i));
        json.WriteEndArray();
    }

    // Seven decimals by integer arithmetic: the shortest form of a double costs four times as much.
    private static void WriteDegrees(Utf8JsonWriter json, double degrees)
    {
        const long scale = 10_000_000;
        var units = (long)Math.Round(degrees * scale, MidpointRounding.AwayFromZero);
        var magnitude = (ulong)Math.Abs(units);
        var (whole, fraction) = Math.DivRem(magnitude, (ulong)scale);
        Span<byte> text = stackalloc byte[32];
        var at = 0;
        if (units < 0)
        {
            text[at++] = (byte)'-';
        }

        Utf8Formatter.TryFormat(whole, text[at..], out var written);
        at += written;
        if (fraction != 0)
        {
            text[at++] = (byte)'.';
            for (var digit = (ulong)scale / 10; fraction != 0; digit /= 10)
            {
                var (d, rest) = Math.DivRem(fraction, digit);
                text[at++] = (byte)('0' + d);
                fraction = rest;
            }
        }

        json.WriteRawValue(text[..at], skipInputValidation: true);
    }
}
