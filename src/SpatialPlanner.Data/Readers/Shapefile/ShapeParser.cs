using System.Buffers.Binary;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Implementation;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Shapefile;

/// <summary>Makes geometries of the content of .shp records: all types but multipatch; heights are kept, measures are not.</summary>
internal sealed class ShapeParser
{
    private const int PointType = 1, LineType = 3, PolygonType = 5, MultiPointType = 8;
    private const int BoxEnd = 36, PartsStart = 44;

    // "Any floating point number smaller than -10^38 is considered … to represent no data."
    private const double NoData = -1e38;

    private static readonly GeometryFactory Factory = new();
    private static readonly LocalText ExportAgain = new("在 GIS 软件中检查该要素并重新导出", "check this feature in a GIS program and export it again");
    private readonly ShapeRings _rings = new();

    /// <summary>Polygons whose rings ran the wrong way.</summary>
    public int Turned { get; private set; }

    /// <summary>What was mended in the record parsed last, or null.</summary>
    public LocalText? Repair { get; private set; }

    /// <summary>True for the numbers of shape types, null shapes and multipatches among them.</summary>
    public static bool IsKnown(int type) => type is 0 or 1 or 3 or 5 or 8 or 11 or 13 or 15 or 18 or 21 or 23 or 25 or 28 or 31;

    /// <summary>The geometry of a record.</summary>
    /// <param name="content">The record's content.</param>
    /// <returns>Null for a null shape.</returns>
    /// <exception cref="RowFault">The record is damaged.</exception>
    public Geometry? Parse(ReadOnlySpan<byte> content)
    {
        Repair = null;
        var type = BinaryPrimitives.ReadInt32LittleEndian(content);
        if (type == 0)
        {
            return null;
        }

        if (!IsKnown(type) || type == 31)
        {
            throw new RowFault(new($"几何类型 {type} 不可读", $"shape type {type} is not one that can be read"), ExportAgain);
        }

        var hasHeights = type is > 10 and < 20;
        return (type % 10) switch
        {
            PointType => SinglePoint(content, hasHeights),
            MultiPointType => Points(content, hasHeights),
            LineType => Lines(Parts(content, hasHeights)),
            _ => Polygon(Parts(content, hasHeights)),
        };
    }

    private static Point SinglePoint(ReadOnlySpan<byte> content, bool hasHeights)
    {
        Require(content, hasHeights ? 28 : 20);
        var points = Sequence(1, hasHeights);
        Fill(points, content[4..], hasHeights ? content[20..] : default);
        return Factory.CreatePoint(points);
    }

    private static MultiPoint Points(ReadOnlySpan<byte> content, bool hasHeights)
    {
        Require(content, BoxEnd + 4);
        var count = Count(content, BoxEnd);
        var start = BoxEnd + 4;
        Require(content, start + (16L * count) + (hasHeights ? 16 + (8L * count) : 0));
        var points = Sequence(count, hasHeights);
        Fill(points, content[start..], hasHeights ? content[(start + (16 * count) + 16)..] : default);
        return Factory.CreateMultiPoint(points);
    }

    // The box of the record is not read: whoever needs it makes it from the points.
    private static List<CoordinateSequence> Parts(ReadOnlySpan<byte> content, bool hasHeights)
    {
        Require(content, PartsStart);
        var (parts, points) = (Count(content, BoxEnd), Count(content, BoxEnd + 4));
        var start = PartsStart + (4L * parts);
        Require(content, start + (16L * points) + (hasHeights ? 16 + (8L * points) : 0));
        var xy = content[(int)start..];
        var z = hasHeights ? content[(int)(start + (16L * points) + 16)..] : default;
        var lines = new List<CoordinateSequence>(parts);
        for (var part = 0; part < parts; part++)
        {
            var from = BinaryPrimitives.ReadInt32LittleEndian(content[(PartsStart + (4 * part))..]);
            var to = part + 1 < parts ? BinaryPrimitives.ReadInt32LittleEndian(content[(PartsStart + (4 * part) + 4)..]) : points;
            if (from < 0 || to < from || to > points)
            {
                throw new RowFault(
                    new($"第 {part + 1} 部分的点号 {from}–{to} 超出 {points} 个点", $"part {part + 1} has points {from} to {to} of {points}"), ExportAgain);
            }

            var line = Sequence(to - from, hasHeights);
            Fill(line, xy[(16 * from)..], hasHeights ? z[(8 * from)..] : default);
            lines.Add(line);
        }

        return lines;
    }

    private Geometry Lines(List<CoordinateSequence> parts)
    {
        var lines = parts.Where(p => p.Count > 1).Select(Factory.CreateLineString).ToArray();
        if (lines.Length < parts.Count)
        {
            Repair = new("少于两个点的部分已去掉", "parts of less than two points were left out");
        }

        return lines.Length == 1 ? lines[0] : Factory.CreateMultiLineString(lines);
    }

    private Geometry Polygon(List<CoordinateSequence> parts)
    {
        var polygon = _rings.Assemble(parts);
        Turned += _rings.WereTurned ? 1 : 0;
        Repair = _rings.Repair;
        return polygon;
    }

    private static CoordinateSequence Sequence(int count, bool hasHeights) =>
        CoordinateArraySequenceFactory.Instance.Create(count, hasHeights ? 3 : 2, 0);

    private static void Fill(CoordinateSequence points, ReadOnlySpan<byte> xy, ReadOnlySpan<byte> z)
    {
        for (var i = 0; i < points.Count; i++)
        {
            var x = BinaryPrimitives.ReadDoubleLittleEndian(xy[(16 * i)..]);
            var y = BinaryPrimitives.ReadDoubleLittleEndian(xy[((16 * i) + 8)..]);
            if (!double.IsFinite(x) || !double.IsFinite(y) || x < NoData || y < NoData)
            {
                throw new RowFault(new("坐标不是有效数字", "a coordinate is not a number"), ExportAgain);
            }

            points.SetOrdinate(i, 0, x);
            points.SetOrdinate(i, 1, y);
            if (!z.IsEmpty)
            {
                var height = BinaryPrimitives.ReadDoubleLittleEndian(z[(8 * i)..]);
                points.SetOrdinate(i, 2, height < NoData || !double.IsFinite(height) ? double.NaN : height);
            }
        }
    }

    private static int Count(ReadOnlySpan<byte> content, int at) =>
        BinaryPrimitives.ReadInt32LittleEndian(content[at..]) is >= 0 and var count
            ? count
            : throw new RowFault(new("点数或部分数为负", "the number of points or parts is negative"), ExportAgain);

    private static void Require(ReadOnlySpan<byte> content, long bytes)
    {
        if (content.Length < bytes)
        {
            throw new RowFault(
                new($"记录只有 {content.Length} 字节，几何需要 {bytes} 字节", $"the record has {content.Length} bytes and its geometry needs {bytes}"), ExportAgain);
        }
    }
}
