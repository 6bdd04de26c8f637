using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace SpatialPlanner.Data.Readers.Shapefile;

/// <summary>Values of the fields of a .dbf.</summary>
internal static class DbfValues
{
    // Julian day of the first of January of the year 1, with which DateTime begins.
    private const int JulianOfFirstDay = 1_721_426;

    /// <summary>True for types whose values are read here; memos and pictures stand in other files.</summary>
    public static bool IsRead(char type, int width) => type switch
    {
        'C' or 'N' or 'F' or 'D' or 'L' => true,
        'I' or '+' => width == 4,
        'O' or 'B' or 'Y' or 'T' or '@' => width == 8,
        _ => false,
    };

    /// <summary>A value that is no text.</summary>
    /// <param name="type">Type of the field.</param>
    /// <param name="decimals">Digits after its point.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <returns>string, long, double or bool; null for blanks and for a number that did not fit into its field.</returns>
    public static object? Of(char type, int decimals, ReadOnlySpan<byte> bytes) => type switch
    {
        'N' or 'F' => Number(Text(bytes), decimals),
        'L' => Flag(bytes),
        'D' => Date(Text(bytes)),
        'I' or '+' => (long)BinaryPrimitives.ReadInt32LittleEndian(bytes),
        'O' or 'B' => BinaryPrimitives.ReadDoubleLittleEndian(bytes) is var d && double.IsFinite(d) ? d : null,
        'Y' => BinaryPrimitives.ReadInt64LittleEndian(bytes) / 10_000.0,
        'T' or '@' => Time(BinaryPrimitives.ReadInt32LittleEndian(bytes), BinaryPrimitives.ReadInt32LittleEndian(bytes[4..])),
        _ => null,
    };

    /// <summary>The bytes of a value without blanks and zero bytes at its end.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)0);
        return (end < 0 ? bytes : bytes[..end]).TrimEnd((byte)' ');
    }

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(Trim(bytes)).Trim();

    // Stars stand for a number that was too long for its field. What is no number is handed on as it is: the column that
    // wants a number tells where it stands.
    private static object? Number(string text, int decimals)
    {
        if (text.Length == 0 || text.Trim('*').Length == 0 || text.Trim('-', '.').Length == 0)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return whole;
        }

        var plain = text.Contains('.', StringComparison.Ordinal) ? text : text.Replace(',', '.');
        return double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            && (decimals > 0 || plain.AsSpan().IndexOfAny(".eE") >= 0) ? number : text;
    }

    private static object? Flag(ReadOnlySpan<byte> bytes) => bytes.IsEmpty ? null : (char)bytes[0] switch
    {
        'T' or 't' or 'Y' or 'y' or '1' => true,
        'F' or 'f' or 'N' or 'n' or '0' => false,
        _ => null,
    };

    private static string? Date(string text) =>
        text.Length == 0 || text.Trim('0').Length == 0 ? null
        : DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : text;

    private static string? Time(int julianDay, int milliseconds)
    {
        var days = julianDay - JulianOfFirstDay;
        return julianDay == 0 || days < 0 || days > DateOnly.MaxValue.DayNumber
            ? null
            : DateTime.MinValue.AddDays(days).AddMilliseconds(Math.Clamp(milliseconds, 0, 86_399_999))
                .ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
    }
}
