using System.Buffers.Binary;
using System.Text;

namespace SpatialPlanner.Fuzz;

/// <summary>A shapefile of two polygons with a table, by the white paper of 1998.</summary>
internal static class MadeShapefile
{
    private const string Prj =
        "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\",SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

    public static Dictionary<string, byte[]> Files()
    {
        byte[][] records = [Polygon(108, 34), Polygon(108.1, 34.1)];
        var (shp, shx) = (new MemoryStream(), new MemoryStream());
        shp.Write(Header(100 + records.Sum(r => r.Length + 8)));
        shx.Write(Header(100 + (8 * records.Length)));
        for (var i = 0; i < records.Length; i++)
        {
            var offset = (int)shp.Length / 2;
            shp.Write([.. Big(i + 1), .. Big(records[i].Length / 2), .. records[i]]);
            shx.Write([.. Big(offset), .. Big(records[i].Length / 2)]);
        }

        return new Dictionary<string, byte[]>
        {
            ["s.shp"] = shp.ToArray(),
            ["s.shx"] = shx.ToArray(),
            ["s.dbf"] = Dbf(),
            ["s.prj"] = Encoding.ASCII.GetBytes(Prj),
            ["s.cpg"] = "GBK"u8.ToArray(),
        };
    }

    private static byte[] Header(int bytes)
    {
        var header = new byte[100];
        BinaryPrimitives.WriteInt32BigEndian(header, 9994);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(24), bytes / 2);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(28), 1000);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(32), 5);
        Doubles(header.AsSpan(36), 108, 34, 108.2, 34.2);
        return header;
    }

    private static byte[] Polygon(double x, double y)
    {
        var record = new byte[44 + 4 + (16 * 5)];
        BinaryPrimitives.WriteInt32LittleEndian(record, 5);
        Doubles(record.AsSpan(4), x, y, x + 0.1, y + 0.1);
        BinaryPrimitives.WriteInt32LittleEndian(record.AsSpan(36), 1);
        BinaryPrimitives.WriteInt32LittleEndian(record.AsSpan(40), 5);
        Doubles(record.AsSpan(48), x, y, x, y + 0.1, x + 0.1, y + 0.1, x + 0.1, y, x, y);
        return record;
    }

    private static byte[] Dbf()
    {
        (string Name, char Type, byte Length, byte Decimals)[] fields = [("NAME", 'C', 20, 0), ("POP", 'N', 10, 0), ("AREA", 'F', 12, 3), ("DAY", 'D', 8, 0), ("OK", 'L', 1, 0)];
        var length = 1 + fields.Sum(f => f.Length);
        var header = new byte[32 + (32 * fields.Length) + 1];
        header[0] = 3;
        (header[1], header[2], header[3]) = (124, 3, 15);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4), 2);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(8), (short)header.Length);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(10), (short)length);
        header[29] = 0x4D;
        for (var i = 0; i < fields.Length; i++)
        {
            var at = header.AsSpan(32 + (32 * i), 32);
            Encoding.ASCII.GetBytes(fields[i].Name, at);
            (at[11], at[16], at[17]) = ((byte)fields[i].Type, fields[i].Length, fields[i].Decimals);
        }

        header[^1] = 0x0D;
        return [.. header, .. Row("凤阳县", "  1234567", " 1234.500", "20240315", "T"), .. Row("北林社区", "        12", "    ****", "        ", "?"), 0x1A];

        byte[] Row(string name, string pop, string area, string day, string ok)
        {
            var row = new byte[length];
            Array.Fill(row, (byte)' ');
            Encoding.GetEncoding("gb18030").GetBytes(name, row.AsSpan(1));
            Encoding.ASCII.GetBytes(pop.PadLeft(10) + area.PadLeft(12) + day + ok, row.AsSpan(21));
            return row;
        }
    }

    private static void Doubles(Span<byte> to, params ReadOnlySpan<double> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(to[(8 * i)..], values[i]);
        }
    }

    private static byte[] Big(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }
}
