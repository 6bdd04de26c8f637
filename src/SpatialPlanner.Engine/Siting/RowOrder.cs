namespace SpatialPlanner.Engine.Siting;

/// <summary>
/// Entries of each row with the largest gain first, so that a pass over a row ends at the first gain that is too small: of
/// a p-median's hundreds of entries a row a pass looks at a few.
/// </summary>
internal sealed class RowOrder
{
    /// <summary>Sorts the rows of a matrix.</summary>
    public RowOrder(GainMatrix gains)
    {
        (First, Column, Gain, IsEven) = (gains.First, gains.Column, gains.Gain, EvenRows(gains));
        var from = FirstUnsorted(gains);
        if (from == gains.RowCount)
        {
            return;
        }

        (Column, Gain) = ((int[])Column.Clone(), (long[])Gain.Clone());
        for (var r = from; r < gains.RowCount; r++)
        {
            var (start, count) = (First[r], First[r + 1] - First[r]);
            var values = Gain.AsSpan(start, count);
            values.Sort(Column.AsSpan(start, count), static (a, b) => b.CompareTo(a));
        }
    }

    /// <summary>First entry of each row, and one more.</summary>
    public int[] First { get; }

    /// <summary>Column of each entry.</summary>
    public int[] Column { get; }

    /// <summary>Gain of each entry, falling within a row.</summary>
    public long[] Gain { get; }

    /// <summary>True for each row whose gains are all the same, as in covering: what holds for one entry holds for all.</summary>
    public bool[] IsEven { get; }

    private static bool[] EvenRows(GainMatrix gains)
    {
        var isEven = new bool[gains.RowCount];
        for (var r = 0; r < isEven.Length; r++)
        {
            var values = gains.Gain.AsSpan(gains.First[r], gains.First[r + 1] - gains.First[r]);
            isEven[r] = values.IsEmpty || !values.ContainsAnyExcept(values[0]);
        }

        return isEven;
    }

    private static int FirstUnsorted(GainMatrix gains)
    {
        for (var r = 0; r < gains.RowCount; r++)
        {
            for (var k = gains.First[r] + 1; k < gains.First[r + 1]; k++)
            {
                if (gains.Gain[k] > gains.Gain[k - 1])
                {
                    return r;
                }
            }
        }

        return gains.RowCount;
    }
}
