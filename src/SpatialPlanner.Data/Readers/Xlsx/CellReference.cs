namespace SpatialPlanner.Data.Readers.Xlsx;

/// <summary>References to cells: B12.</summary>
internal static class CellReference
{
    /// <summary>Columns of a sheet (XFD).</summary>
    public const int MostColumns = 16_384;

    /// <summary>Rows of a sheet.</summary>
    public const int MostRows = 1_048_576;

    /// <summary>Column (from 0) and row (from 1) of a reference; false where it is none.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out int column, out int row)
    {
        (column, row) = (0, 0);
        var i = 0;
        for (; i < text.Length && char.IsAsciiLetter(text[i]); i++)
        {
            column = (column * 26) + (text[i] | 32) - 'a' + 1;
            if (column > MostColumns)
            {
                return false;
            }
        }

        for (; i < text.Length && char.IsAsciiDigit(text[i]); i++)
        {
            row = (row * 10) + text[i] - '0';
            if (row > MostRows)
            {
                return false;
            }
        }

        return i == text.Length && --column >= 0 && row > 0;
    }

    /// <summary>Letters of a column.</summary>
    /// <param name="column">From 0.</param>
    public static string Letters(int column)
    {
        var letters = string.Empty;
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }
}
