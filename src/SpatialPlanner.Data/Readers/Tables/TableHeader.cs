using System.Globalization;

namespace SpatialPlanner.Data.Readers.Tables;

/// <summary>The header of a sheet: one row of names, or two where cells are merged over several columns.</summary>
/// <param name="First">Index of its first row among those looked at.</param>
/// <param name="Rows">1 or 2.</param>
/// <param name="Names">Name of each column; empty where the column has none.</param>
internal sealed record TableHeader(int First, int Rows, string[] Names)
{
    /// <summary>Rows among which the header is looked for.</summary>
    public const int Lookahead = 30;

    /// <summary>Most columns of a table, as of a sheet of Excel.</summary>
    public const int MostColumns = 16_384;

    private const int MostJudged = 1000;

    // A title or a line with the unit and the date fills fewer cells than the table below it.
    private const double LeastShareOfWidth = 0.6;

    /// <summary>Finds the header below titles and lines of units; null where all rows are empty.</summary>
    /// <param name="rows">The first rows of the sheet.</param>
    public static TableHeader? Find(IReadOnlyList<object?[]> rows)
    {
        // A single row that is wider than all others is damaged, and no measure.
        var filled = rows.Select(r => r.Count(c => Text(c).Length > 0)).ToArray();
        var width = filled.Where(f => f > 0).OrderDescending().Take(2).LastOrDefault();
        if (width == 0)
        {
            return null;
        }

        var least = Math.Max(1, (int)Math.Ceiling(LeastShareOfWidth * width));
        var first = Array.FindIndex(filled, f => f >= least);
        var known = KnownIn(rows[first]);
        for (var i = first + 1; i < rows.Count && known == 0; i++)
        {
            // A form above the table (who filled it in, when) may be as wide; names that are known tell them apart.
            if (filled[i] >= least && KnownIn(rows[i]) >= 2)
            {
                (first, known) = (i, 1);
            }
        }

        var single = Row(rows[first]);
        return first + 1 < rows.Count && Joined(single, Row(rows[first + 1]), rows[first + 1]) is { } joined
            ? new TableHeader(first, 2, joined)
            : new TableHeader(first, 1, single);
    }

    /// <summary>Text of a cell, without blanks around it.</summary>
    public static string Text(object? cell) => cell switch
    {
        null => string.Empty,
        string text => text.Trim(),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture)!,
    };

    private static int KnownIn(object?[] row) => row.Take(MostJudged).Count(c => c is string text && KnownNames.Contains(text.Trim()));

    private static string[] Row(object?[] cells) =>
        [.. cells.Select(c => Text(c).ReplaceLineEndings(string.Empty))];

    // 人口 over 0-3岁, 3-6岁: the second row fills the columns of a span, all of them, and no others.
    private static string[]? Joined(string[] top, string[] bottom, object?[] cells)
    {
        var width = Math.Max(top.Length, bottom.Length);
        if (cells.Any(c => c is not null and not string) || bottom.Any(b => double.TryParse(b, CultureInfo.InvariantCulture, out _)))
        {
            return null;
        }

        string At(string[] row, int i) => i < row.Length ? row[i] : string.Empty;
        var (names, spans, over) = (new string[width], 0, string.Empty);
        for (var i = 0; i < width; i++)
        {
            var (name, below) = (At(top, i), At(bottom, i));
            if (name == below)
            {
                below = string.Empty;
            }

            var startsSpan = name.Length > 0 && At(top, i + 1).Length == 0 && At(bottom, i + 1).Length > 0;
            var inSpan = name.Length == 0 && below.Length > 0;
            if (startsSpan)
            {
                (over, spans) = (name, spans + 1);
            }

            if (below.Length > 0 != (startsSpan || inSpan) || (inSpan && over.Length == 0))
            {
                return null;
            }

            over = below.Length > 0 ? over : string.Empty;
            names[i] = below.Length > 0 ? $"{over}/{below}" : name;
        }

        return spans > 0 ? names : null;
    }
}
