using System.Buffers.Binary;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace SpatialPlanner.Data.Readers.Mapping;

/// <summary>Geometry as PostGIS writes it into tables: WKT, EWKT, and WKB or EWKB in hexadecimal digits.</summary>
internal sealed class HexGeometry
{
    private const int MostNested = 16;
    private const int MostWktNested = 64;

    private readonly WKTReader _wkt = new(new NetTopologySuite.NtsGeometryServices(PrecisionModel.Floating.Value, 4326));
    private readonly WKBReader _wkb = new(new NetTopologySuite.NtsGeometryServices(PrecisionModel.Floating.Value, 4326));

    /// <summary>The geometry, or null where the text is none.</summary>
    public Geometry? Read(string text)
    {
        try
        {
            text = text.Trim();
            return text.Length >= 10 && text[0] == '0' && text[1] is '0' or '1' ? Binary(Convert.FromHexString(text)) : Text(text);
        }
        catch (Exception e) when (e is ParseException or ArgumentException or FormatException or InvalidOperationException or IndexOutOfRangeException or IOException)
        {
            return null;
        }
    }

    /// <summary>True where the counts in WKB can be met by the bytes that follow: the library believes them unseen.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> wkb)
    {
        var at = 0;
        return Walk(wkb, ref at, 0) && at == wkb.Length;
    }

    private Geometry? Binary(byte[] bytes) => IsWhole(bytes) && _wkb.Read(bytes) is { } read && AllFinite(read) ? read : null;

    private Geometry? Text(string text)
    {
        if (text.StartsWith("SRID=", StringComparison.OrdinalIgnoreCase))
        {
            text = text[(text.IndexOf(';', StringComparison.Ordinal) + 1)..];
        }

        // The library calls itself for each bracket.
        var (depth, deepest) = (0, 0);
        foreach (var c in text)
        {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            deepest = Math.Max(depth, deepest);
        }

        return deepest <= MostWktNested && _wkt.Read(text) is { } read && AllFinite(read) ? read : null;
    }

    private static bool AllFinite(Geometry geometry) =>
        geometry.IsEmpty || Array.TrueForAll(geometry.Coordinates, c => double.IsFinite(c.X) && double.IsFinite(c.Y));

    private static bool Walk(ReadOnlySpan<byte> wkb, ref int at, int depth)
    {
        if (depth > MostNested || at + 5 > wkb.Length || wkb[at] > 1)
        {
            return false;
        }

        var little = wkb[at] == 1;
        var type = Number(wkb, at + 1, little);
        at += 5;
        if ((type & 0x20000000) != 0)
        {
            at += 4;
        }

        var kind = (type & 0x1FFFFFFF) % 1000;
        var ordinates = (type & 0x1FFFFFFF) / 1000;
        var doubles = 2 + ((type & 0x80000000) != 0 || ordinates is 1 or 3 ? 1 : 0) + ((type & 0x40000000) != 0 || ordinates is 2 or 3 ? 1 : 0);
        return kind switch
        {
            1 => Skip(wkb, ref at, 1, 8 * doubles),
            2 => Points(wkb, ref at, little, doubles),
            3 => Rings(wkb, ref at, little, doubles),
            4 or 5 or 6 or 7 => Parts(wkb, ref at, little, depth),
            _ => false,
        };
    }

    private static bool Points(ReadOnlySpan<byte> wkb, ref int at, bool little, int doubles) =>
        TryCount(wkb, ref at, little, out var count) && Skip(wkb, ref at, count, 8 * doubles);

    private static bool Rings(ReadOnlySpan<byte> wkb, ref int at, bool little, int doubles)
    {
        var whole = TryCount(wkb, ref at, little, out var count);
        for (uint i = 0; whole && i < count; i++)
        {
            whole = Points(wkb, ref at, little, doubles);
        }

        return whole;
    }

    private static bool Parts(ReadOnlySpan<byte> wkb, ref int at, bool little, int depth)
    {
        var whole = TryCount(wkb, ref at, little, out var count);
        for (uint i = 0; whole && i < count; i++)
        {
            whole = Walk(wkb, ref at, depth + 1);
        }

        return whole;
    }

    private static bool TryCount(ReadOnlySpan<byte> wkb, ref int at, bool little, out uint count)
    {
        count = 0;
        if (at < 0 || at + 4 > wkb.Length)
        {
            return false;
        }

        count = Number(wkb, at, little);
        at += 4;
        return true;
    }

    private static bool Skip(ReadOnlySpan<byte> wkb, ref int at, uint count, int size)
    {
        if (at < 0 || (long)count * size > wkb.Length - at)
        {
            return false;
        }

        at += (int)count * size;
        return true;
    }

    private static uint Number(ReadOnlySpan<byte> wkb, int at, bool little) => little
        ? BinaryPrimitives.ReadUInt32LittleEndian(wkb[at..])
        : BinaryPrimitives.ReadUInt32BigEndian(wkb[at..]);
}
