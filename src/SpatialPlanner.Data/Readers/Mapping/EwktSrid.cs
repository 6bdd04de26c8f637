using System.Buffers.Binary;
using System.Globalization;

namespace SpatialPlanner.Data.Readers.Mapping;

/// <summary>The code that PostGIS writes before WKT and into WKB.</summary>
internal static class EwktSrid
{
    private const uint HasSrid = 0x20000000;
    private const int Digits = 18;

    /// <summary>The code in a text of a geometry; null where there is none.</summary>
    public static int? Of(string text)
    {
        if (text.StartsWith("SRID=", StringComparison.OrdinalIgnoreCase))
        {
            var end = text.IndexOf(';', StringComparison.Ordinal);
            return end > 0 && int.TryParse(text.AsSpan(5, end - 5), NumberStyles.None, CultureInfo.InvariantCulture, out var named)
                && named > 0 ? named : null;
        }

        if (text.Length < Digits || text[0] != '0' || text[1] is not ('0' or '1') || !text.AsSpan(0, Digits).IsHex())
        {
            return null;
        }

        var head = Convert.FromHexString(text.AsSpan(0, Digits));
        var little = head[0] == 1;
        var type = little ? BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(1)) : BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(1));
        var srid = little ? BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(5)) : BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(5));
        return (type & HasSrid) != 0 && srid > 0 ? srid : null;
    }

    private static bool IsHex(this ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiHexDigit(c))
            {
                return false;
            }
        }

        return true;
    }
}
