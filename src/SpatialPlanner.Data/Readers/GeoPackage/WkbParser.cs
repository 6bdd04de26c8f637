using System.Buffers.Binary;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Implementation;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.GeoPackage;

/// <summary>
/// Well-known binary (ISO 19125 with Z and M; the flags of PostGIS too). Each number of points is checked against the
/// bytes that are there before memory is taken for them. Heights are kept, measures are not.
/// </summary>
internal ref struct WkbParser
{
    private const int DeepestCollection = 16;
    private const uint EwkbZ = 0x80000000, EwkbM = 0x40000000, EwkbSrid = 0x20000000;

    private static readonly GeometryFactory Factory = new();
    private static readonly LocalText ExportAgain = new("在 GIS 软件中检查该要素并重新导出", "check this feature in a GIS program and export it again");

    private readonly ReadOnlySpan<byte> _bytes;
    private int _at;
    private bool _isLittle;
    private bool _hasZ;
    private bool _hasM;

    private WkbParser(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>The geometry.</summary>
    /// <param name="wkb">Its bytes; more may follow.</param>
    /// <exception cref="RowFault">The bytes are damaged or hold a curve.</exception>
    public static Geometry Parse(ReadOnlySpan<byte> wkb)
    {
        try
        {
            return new WkbParser(wkb).Any(0);
        }
        catch (ArgumentException)
        {
            // A line of one point, holes without an outline.
            throw Damaged();
        }
    }

    private readonly int Dimension => _hasZ ? 3 : 2;

    private readonly int PointBytes => 16 + (_hasZ ? 8 : 0) + (_hasM ? 8 : 0);

    private Geometry Any(int depth)
    {
        if (depth > DeepestCollection)
        {
            throw Damaged();
        }

        switch (Header())
        {
            case 1: return Point();
            case 2: return Factory.CreateLineString(Sequence(Count(PointBytes)));
            case 3: return Polygon();
            case 4: return Factory.CreateMultiPoint([.. Parts<Point>(depth)]);
            case 5: return Factory.CreateMultiLineString([.. Parts<LineString>(depth)]);
            case 6: return Factory.CreateMultiPolygon([.. Parts<Polygon>(depth)]);
            case 7: return Factory.CreateGeometryCollection([.. Parts<Geometry>(depth)]);
            case >= 8 and <= 14:
                throw new RowFault(
                    new("是曲线几何", "the geometry is a curve"),
                    new("转换为折线：ogr2ogr -nlt CONVERT_TO_LINEAR", "make straight lines of it: ogr2ogr -nlt CONVERT_TO_LINEAR"));
            case var other:
                throw new RowFault(new($"几何类型 {other} 不可读", $"geometry type {other} is not one that can be read"), ExportAgain);
        }
    }

    private uint Header()
    {
        Require(5);
        _isLittle = _bytes[_at++] switch
        {
            0 => false,
            1 => true,
            _ => throw Damaged(),
        };
        var type = Number();
        var plain = type & ~(EwkbZ | EwkbM | EwkbSrid);
        (_hasZ, _hasM) = ((type & EwkbZ) != 0 || plain / 1000 is 1 or 3, (type & EwkbM) != 0 || plain / 1000 is 2 or 3);
        if ((type & EwkbSrid) != 0)
        {
            Require(4);
            Number();
        }

        return plain / 1000 <= 3 ? plain % 1000 : plain;
    }

    private Point Point()
    {
        Require(PointBytes);
        var (x, y) = (Double(_at), Double(_at + 8));
        if (double.IsNaN(x) && double.IsNaN(y))
        {
            _at += PointBytes;
            return Factory.CreatePoint();
        }

        return Factory.CreatePoint(Sequence(1));
    }

    private Polygon Polygon()
    {
        var rings = Count(4);
        if (rings == 0)
        {
            return Factory.CreatePolygon();
        }

        var (shell, holes) = (Ring(), new List<LinearRing>());
        for (var i = 1; i < rings; i++)
        {
            holes.Add(Ring());
        }

        return Factory.CreatePolygon(shell, [.. holes.Where(h => !h.IsEmpty)]);
    }

    private LinearRing Ring()
    {
        var points = Sequence(Count(PointBytes));
        return points.Count == 0 || (points.Count >= 4 && CoordinateSequences.IsRing(points))
            ? Factory.CreateLinearRing(points)
            : Factory.CreateLinearRing(CoordinateSequences.EnsureValidRing(CoordinateArraySequenceFactory.Instance, points));
    }

    private List<T> Parts<T>(int depth)
        where T : Geometry
    {
        var count = Count(5);
        var parts = new List<T>();
        for (var i = 0; i < count; i++)
        {
            parts.Add(Any(depth + 1) as T ?? throw Damaged());
        }

        return parts;
    }

    private CoordinateSequence Sequence(int count)
    {
        var points = CoordinateArraySequenceFactory.Instance.Create(count, Dimension, 0);
        for (var i = 0; i < count; i++, _at += PointBytes)
        {
            for (var ordinate = 0; ordinate < Dimension; ordinate++)
            {
                var value = Double(_at + (8 * ordinate));
                if (!double.IsFinite(value) && ordinate < 2)
                {
                    throw new RowFault(new("坐标不是有效数字", "a coordinate is not a number"), ExportAgain);
                }

                points.SetOrdinate(i, ordinate, value);
            }
        }

        return points;
    }

    // A number of things, each of which takes some bytes at least.
    private int Count(int bytesEach)
    {
        Require(4);
        var count = Number();
        Require((long)count * bytesEach);
        return (int)count;
    }

    private uint Number()
    {
        var bytes = _bytes.Slice(_at, 4);
        _at += 4;
        return _isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }

    private readonly double Double(int at) => _isLittle
        ? BinaryPrimitives.ReadDoubleLittleEndian(_bytes[at..]) : BinaryPrimitives.ReadDoubleBigEndian(_bytes[at..]);

    private readonly void Require(long bytes)
    {
        if (_bytes.Length - _at < bytes)
        {
            throw Damaged();
        }
    }

    private static RowFault Damaged() => new(new("几何数据已损坏", "the geometry's bytes are damaged"), ExportAgain);
}
