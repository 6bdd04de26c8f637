using System.Text;
using NetTopologySuite.Geometries;

namespace SpatialPlanner.Data.Export;

/// <summary>Writes geometries as well-known text. Not safe for two threads.</summary>
/// <param name="decimals">Decimals of a coordinate.</param>
internal sealed class Wkt(int decimals)
{
    private readonly CoordinateText _text = new(decimals);

    /// <summary>The text; empty where there is no geometry.</summary>
    public string Of(Geometry? geometry) => geometry is null or { IsEmpty: true } ? string.Empty : Tagged(geometry);

    /// <summary>A coordinate alone.</summary>
    public string Of(double coordinate)
    {
        _text.Clear();
        _text.Write(coordinate);
        return Encoding.ASCII.GetString(_text.Written);
    }

    private string Tagged(Geometry geometry)
    {
        if (geometry is GeometryCollection and not (MultiPoint or MultiLineString or MultiPolygon))
        {
            return $"GEOMETRYCOLLECTION ({string.Join(", ", ((GeometryCollection)geometry).Geometries.Select(Tagged))})";
        }

        _text.Clear();
        Write(geometry);
        return $"{geometry.GeometryType.ToUpperInvariant()} {Encoding.ASCII.GetString(_text.Written)}";
    }

    private void Write(Geometry geometry)
    {
        switch (geometry)
        {
            case Point point:
                WritePositions(point.CoordinateSequence);
                break;
            case LineString line:
                WritePositions(line.CoordinateSequence);
                break;
            case Polygon polygon:
                WriteList(polygon.NumInteriorRings + 1, i => i == 0 ? polygon.ExteriorRing : polygon.GetInteriorRingN(i - 1));
                break;
            default:
                WriteList(geometry.NumGeometries, geometry.GetGeometryN);
                break;
        }
    }

    private void WriteList(int count, Func<int, Geometry> part)
    {
        _text.Write((byte)'(');
        for (var i = 0; i < count; i++)
        {
            if (i > 0)
            {
                _text.Write((byte)',');
            }

            Write(part(i));
        }

        _text.Write((byte)')');
    }

    private void WritePositions(CoordinateSequence line)
    {
        _text.Write((byte)'(');
        _text.Write(line, false, [], (byte)' ', []);
        _text.Write((byte)')');
    }
}
