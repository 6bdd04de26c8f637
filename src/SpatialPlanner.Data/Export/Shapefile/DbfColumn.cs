using System.Globalization;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Export.Shapefile;

/// <summary>One field of a .dbf while its values come in: as wide as they need.</summary>
/// <param name="column">The column.</param>
/// <param name="name">Name of the field.</param>
internal sealed class DbfColumn(LayerColumn column, string name)
{
    /// <summary>Bytes that a text field can hold.</summary>
    public const int MaxTextBytes = 254;

    // GDAL, and so QGIS, reads a whole number of 19 places as a real one, which loses digits: such a column is text.
    private const int WholePlaces = 18;

    // Wider than this, zeros at the end are not filled in, and a number is written with an exponent.
    private const int PlainPlaces = 30;

    // A user who edits the file can type at least this much.
    private const int LeastText = 16, LeastWhole = 4, LeastReal = 8;

    private int _longest;
    private int _longestBeforePoint;
    private int _decimals = 1;

    public string Name => name;

    public LayerColumn Column => column;

    /// <summary>Type of the field: C, N or L.</summary>
    public char Type => column.Type switch
    {
        ColumnType.Flag => 'L',
        ColumnType.Text => 'C',
        ColumnType.Whole when _longest > WholePlaces => 'C',
        _ => 'N',
    };

    /// <summary>Bytes of a value.</summary>
    public byte Width => (byte)(column.Type switch
    {
        ColumnType.Flag => 1,
        ColumnType.Text => Math.Max(_longest, LeastText),
        ColumnType.Whole => Math.Max(_longest, LeastWhole),
        _ => Math.Max(Filled ? _longestBeforePoint + 1 + _decimals : _longest, LeastReal),
    });

    /// <summary>Digits after the point.</summary>
    public byte Decimals => (byte)(column.Type == ColumnType.Real ? Math.Min(_decimals, Width - 2) : 0);

    private bool Filled => _longestBeforePoint + 1 + _decimals <= PlainPlaces;

    /// <summary>A number, or true or false, as its field holds it before it is padded; counts towards the width.</summary>
    /// <param name="value">Not null, not a text.</param>
    public string Taken(object value)
    {
        var text = value switch
        {
            bool flag => flag ? "T" : "F",
            long whole => whole.ToString(CultureInfo.InvariantCulture),
            _ => Plain((double)value),
        };
        Count(text.Length);
        if (value is double)
        {
            var point = text.IndexOf('.', StringComparison.Ordinal);
            _longestBeforePoint = Math.Max(_longestBeforePoint, point < 0 ? text.Length : point);
            _decimals = Math.Max(_decimals, point < 0 || text.Contains('E', StringComparison.Ordinal) ? 1 : text.Length - point - 1);
        }

        return text;
    }

    /// <summary>Makes room for a text.</summary>
    /// <param name="bytes">Its length in bytes.</param>
    public void Count(int bytes) => _longest = Math.Max(_longest, bytes);

    /// <summary>A number with zeros at its end, as the readers of old expect; the same number.</summary>
    /// <param name="text">What <see cref="Taken"/> gave.</param>
    public string Padded(string text)
    {
        if (column.Type != ColumnType.Real || !Filled || text.Contains('E', StringComparison.Ordinal))
        {
            return text;
        }

        var point = text.IndexOf('.', StringComparison.Ordinal);
        return point < 0
            ? $"{text}.{new string('0', _decimals)}"
            : text + new string('0', _decimals - (text.Length - point - 1));
    }

    // The shortest digits that give the same number, without an exponent where that is not too long.
    private static string Plain(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var e = text.IndexOf('E', StringComparison.Ordinal);
        if (e < 0)
        {
            return text;
        }

        var exponent = int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var (sign, digits) = text[0] == '-' ? ("-", text[1..e]) : (string.Empty, text[..e]);
        var all = digits.Replace(".", string.Empty, StringComparison.Ordinal);
        return exponent switch
        {
            < 0 when all.Length - exponent < PlainPlaces - 2 => $"{sign}0.{new string('0', -exponent - 1)}{all}",
            > 0 and < PlainPlaces - 2 when all.Length <= exponent + 1 => $"{sign}{all}{new string('0', exponent + 1 - all.Length)}",
            _ => text,
        };
    }
}
