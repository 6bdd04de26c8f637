using System.Globalization;
using System.Text;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Export.Shapefile;

/// <summary>The names of a .dbf: at most 10 bytes, unique whatever the case.</summary>
internal static class DbfFieldNames
{
    private const int MaxBytes = 10, LongestUnit = 4;

    /// <summary>
    /// A name for each column. What fits stays; a longer name is cut before its last part where that is short, since that
    /// tells the unit (<c>elderly_care_m</c> becomes <c>elderly_m</c>); of equal ones the later get a number.
    /// </summary>
    /// <param name="columns">The columns.</param>
    /// <param name="encoding">Encoding of the file.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<LayerColumn> columns, Encoding encoding)
    {
        var names = new string[columns.Count];
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var fits in new[] { true, false })
        {
            for (var i = 0; i < names.Length; i++)
            {
                if (names[i] is null && encoding.GetByteCount(columns[i].Name) <= MaxBytes == fits)
                {
                    names[i] = Unique(columns[i].Name, taken, encoding);
                }
            }
        }

        return names;
    }

    /// <summary>As many characters of a text as fit into some bytes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="bytes">Number of bytes.</param>
    /// <param name="encoding">The encoding.</param>
    public static string Cut(string text, int bytes, Encoding encoding)
    {
        var (end, used) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            used += encoding.GetByteCount(text.AsSpan(end, rune.Utf16SequenceLength));
            if (used > bytes)
            {
                break;
            }

            end += rune.Utf16SequenceLength;
        }

        return text[..end];
    }

    private static string Unique(string column, HashSet<string> taken, Encoding encoding)
    {
        var name = Shortened(column, encoding);
        for (var number = 1; !taken.Add(name); number++)
        {
            var digits = number.ToString(CultureInfo.InvariantCulture);
            name = Cut(Shortened(column, encoding), MaxBytes - digits.Length, encoding) + digits;
        }

        return name;
    }

    private static string Shortened(string column, Encoding encoding)
    {
        if (encoding.GetByteCount(column) <= MaxBytes)
        {
            return column;
        }

        var last = column.LastIndexOf('_');
        var unit = last > 0 && column.Length - last - 1 is > 0 and <= LongestUnit ? column[last..] : string.Empty;
        return encoding.GetByteCount(unit) > LongestUnit + 1
            ? Cut(column, MaxBytes, encoding)
            : Cut(column[..^unit.Length], MaxBytes - unit.Length, encoding).TrimEnd('_') + unit;
    }
}
