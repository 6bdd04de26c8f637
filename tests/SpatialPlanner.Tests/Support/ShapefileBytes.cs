using System.Buffers.Binary;
using System.Text;

namespace SpatialPlanner.Tests.Support;

/// <summary>Writes the bytes of shapefiles, sound or not.</summary>
internal static class ShapefileBytes
{
    public static byte[] Point(double x, double y) => [.. Int(1), .. Doubles(x, y)];

    /// <summary>Lines or polygons (type 3 or 5) of parts given as x, y, x, y, …</summary>
    public static byte[] Parts(int type, params double[][] parts)
    {
        var starts = parts.Select((_, i) => parts.Take(i).Sum(p => p.Length / 2));
        return
        [
            .. Int(type), .. Doubles(0, 0, 0, 0), .. Int(parts.Length), .. Int(parts.Sum(p => p.Length / 2)),
            .. starts.SelectMany(Int), .. parts.SelectMany(p => Doubles(p)),
        ];
    }

    /// <summary>A .shp of some records.</summary>
    public static byte[] Shp(int type, params byte[][] contents)
    {
        var records = contents.SelectMany((c, i) => (byte[])[.. Big(i + 1), .. Big(c.Length / 2), .. c]).ToArray();
        return [.. Header(type, 100 + records.Length), .. records];
    }

    /// <summary>The .shx of records at these places.</summary>
    public static byte[] Shx(int type, params (int Offset, int Length)[] records) =>
        [.. Header(type, 100 + (8 * records.Length)), .. records.SelectMany(r => (byte[])[.. Big(r.Offset / 2), .. Big(r.Length / 2)])];

    /// <summary>A .dbf; records are texts of the fields' widths, or shorter, after the mark of deletion.</summary>
    public static byte[] Dbf(string encoding, byte languageDriver, (string Name, char Type, int Width, int Decimals)[] fields, params string[][] rows)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var target = Encoding.GetEncoding(encoding);
        var bytes = new List<byte>(new byte[32]);
        bytes[0] = 3;
        bytes[29] = languageDriver;
        foreach (var (name, type, width, decimals) in fields)
        {
            var field = new byte[32];
            target.GetBytes(name).AsSpan().CopyTo(field);
            (field[11], field[16], field[17]) = ((byte)type, (byte)width, (byte)decimals);
            bytes.AddRange(field);
        }

        bytes.Add(0x0D);
        var head = bytes.Count;
        foreach (var row in rows)
        {
            bytes.Add((byte)(row.Length > fields.Length ? '*' : ' '));
            for (var i = 0; i < fields.Length; i++)
            {
                var cell = Enumerable.Repeat((byte)' ', fields[i].Width).ToArray();
                var text = target.GetBytes(row[i]);
                text.AsSpan(0, Math.Min(text.Length, cell.Length)).CopyTo(cell);
                bytes.AddRange(cell);
            }
        }

        var file = bytes.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), rows.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(8), (ushort)head);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(10), (ushort)(1 + fields.Sum(f => f.Width)));
        return [.. file, 0x1A];
    }

    private static byte[] Header(int type, int bytes)
    {
        var header = new byte[100];
        BinaryPrimitives.WriteInt32BigEndian(header, 9994);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(24), bytes / 2);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(28), 1000);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(32), type);
        return header;
    }

    public static byte[] Int(int value) => BitConverter.GetBytes(value);

    public static byte[] Doubles(params double[] values) => [.. values.SelectMany(BitConverter.GetBytes)];

    private static byte[] Big(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
