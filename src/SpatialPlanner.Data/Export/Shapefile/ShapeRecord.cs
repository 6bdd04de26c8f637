using System.Buffers.Binary;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace SpatialPlanner.Data.Export.Shapefile;

/// <summary>Turns geometries into the content of .shp records. Not safe for two threads.</summary>
internal sealed class ShapeRecord
{
    private const int NullShape = 0, PartsStart = 44;
    private byte[] _bytes = new byte[4096];

    /// <summary>The content of a record.</summary>
    /// <param name="type">Type of the file.</param>
    /// <param name="geometry">Geometry; null for a null shape.</param>
    public ReadOnlySpan<byte> Of(ShapeType type, Geometry? geometry)
    {
        switch (geometry)
        {
            case null:
                BinaryPrimitives.WriteInt32LittleEndian(_bytes, NullShape);
                return _bytes.AsSpan(0, 4);
            case Point point:
                BinaryPrimitives.WriteInt32LittleEndian(_bytes, (int)type);
                Put(4, point.X, point.Y);
                return _bytes.AsSpan(0, 20);
            default:
                return Parts(type, geometry);
        }
    }

    private ReadOnlySpan<byte> Parts(ShapeType type, Geometry geometry)
    {
        var lines = Lines(geometry);
        var points = lines.Sum(l => l.Line.Count);
        var pointsStart = PartsStart + (4 * lines.Count);
        var length = pointsStart + (16 * points);
        if (_bytes.Length < length)
        {
            _bytes = new byte[Math.Max(length, 2 * _bytes.Length)];
        }

        BinaryPrimitives.WriteInt32LittleEndian(_bytes, (int)type);
        var box = geometry.EnvelopeInternal;
        Put(4, box.MinX, box.MinY);
        Put(20, box.MaxX, box.MaxY);
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(36), lines.Count);
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(40), points);
        var at = 0;
        for (var part = 0; part < lines.Count; part++)
        {
            var (line, backwards) = lines[part];
            BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(PartsStart + (4 * part)), at);
            for (var i = 0; i < line.Count; i++)
            {
                var from = backwards ? line.Count - 1 - i : i;
                Put(pointsStart + (16 * at++), line.GetX(from), line.GetY(from));
            }
        }

        return _bytes.AsSpan(0, length);
    }

    private static List<(CoordinateSequence Line, bool Backwards)> Lines(Geometry geometry)
    {
        var lines = new List<(CoordinateSequence, bool)>();
        for (var i = 0; i < geometry.NumGeometries; i++)
        {
            switch (geometry.GetGeometryN(i))
            {
                case LineString line:
                    lines.Add((line.CoordinateSequence, false));
                    break;
                case Polygon polygon:
                    lines.Add(Ring(polygon.ExteriorRing, clockwise: true));
                    lines.AddRange(polygon.InteriorRings.Select(hole => Ring(hole, clockwise: false)));
                    break;
            }
        }

        return lines;
    }

    private static (CoordinateSequence, bool) Ring(LineString ring, bool clockwise) =>
        (ring.CoordinateSequence, Area.OfRingSigned(ring.CoordinateSequence) > 0 != clockwise);

    private void Put(int at, double x, double y)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(_bytes.AsSpan(at), x);
        BinaryPrimitives.WriteDoubleLittleEndian(_bytes.AsSpan(at + 8), y);
    }
}
