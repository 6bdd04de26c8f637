namespace SpatialPlanner.Engine.Siting;

/// <summary>
/// What siting can gain: rows of demand (buildings, or merged buildings that the same columns serve alike), columns that can
/// be chosen (a site, or a room in a site), and an entry where a column serves a row. A chosen column serves up to its
/// capacity; every unit of a row is served once at most, and by the columns that give most in all.
/// <para>
/// Maximal covering has one gain a row (its weight); a p-median has <c>far - distance</c>, so that the largest gain is the
/// smallest distance; a capacitated plan has both gains and capacities.
/// </para>
/// </summary>
public sealed class GainMatrix
{
    /// <summary>The capacity of a column that serves all who come.</summary>
    public const long Unlimited = long.MaxValue;

    /// <summary>Makes a matrix of rows.</summary>
    /// <param name="amount">Units of demand of each row (people), at least 0.</param>
    /// <param name="first">First entry of each row, and one more: the number of entries.</param>
    /// <param name="column">Column of each entry, rising within a row.</param>
    /// <param name="gain">What one unit of the row gains when the column serves it, above 0; one for each entry.</param>
    /// <param name="columnCount">Number of columns.</param>
    /// <param name="capacity">Units that each column can serve, or null where none is limited.</param>
    /// <exception cref="ArgumentException">The arrays do not fit each other.</exception>
    public GainMatrix(
        long[] amount, int[] first, int[] column, long[] gain, int columnCount, long[]? capacity = null)
    {
        if (first.Length != amount.Length + 1 || first[^1] != column.Length || gain.Length != column.Length)
        {
            throw new ArgumentException("first needs an entry more than amount, and column and gain as many as its last", nameof(first));
        }

        if (capacity is not null && capacity.Length != columnCount)
        {
            throw new ArgumentException("one capacity for each column is needed", nameof(capacity));
        }

        (Amount, First, Column, Gain, ColumnCount, Capacity) = (amount, first, column, gain, columnCount, capacity);
        (FirstOfColumn, Row, GainByColumn) = ByColumn();
    }

    /// <summary>Units of demand of each row.</summary>
    public long[] Amount { get; }

    /// <summary>First entry of each row, and one more.</summary>
    public int[] First { get; }

    /// <summary>Column of each entry, by row.</summary>
    public int[] Column { get; }

    /// <summary>Gain of a unit, for each entry by row.</summary>
    public long[] Gain { get; }

    /// <summary>Number of columns.</summary>
    public int ColumnCount { get; }

    /// <summary>Units that each column can serve, or null where none is limited.</summary>
    public long[]? Capacity { get; }

    /// <summary>First entry of each column in <see cref="Row"/>, and one more.</summary>
    public int[] FirstOfColumn { get; }

    /// <summary>Row of each entry, by column, rising.</summary>
    public int[] Row { get; }

    /// <summary>Gain of a unit, for each entry by column.</summary>
    public long[] GainByColumn { get; }

    /// <summary>Number of rows.</summary>
    public int RowCount => Amount.Length;

    private (int[] First, int[] Row, long[] Gain) ByColumn()
    {
        var start = new int[ColumnCount + 1];
        foreach (var c in Column)
        {
            start[c + 1]++;
        }

        for (var c = 0; c < ColumnCount; c++)
        {
            start[c + 1] += start[c];
        }

        var (next, rows, gains) = (start.AsSpan().ToArray(), new int[Column.Length], new long[Column.Length]);
        for (var r = 0; r < RowCount; r++)
        {
            for (var k = First[r]; k < First[r + 1]; k++)
            {
                var at = next[Column[k]]++;
                (rows[at], gains[at]) = (r, Gain[k]);
            }
        }

        return (start, rows, gains);
    }
}
