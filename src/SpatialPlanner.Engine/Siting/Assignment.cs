namespace SpatialPlanner.Engine.Siting;

/// <summary>
/// Who is served by which of the chosen columns so that the gain is most, every unit once at most and no column beyond its
/// capacity. Whole units: with whole capacities the best is whole.
/// </summary>
public sealed class Assignment
{
    private Assignment(long[] units, long value, long[] price)
    {
        (Units, Value, Price) = (units, value, price);
    }

    /// <summary>Units served at each entry of the matrix, by row.</summary>
    public long[] Units { get; }

    /// <summary>What all units served gain; the worth of columns is not in it.</summary>
    public long Value { get; }

    /// <summary>
    /// What one unit more of a column's capacity would gain, for each column of the matrix; 0 for those not chosen. With a row's
    /// price, the most a unit of it gains above the price of a chosen column, they are the dual of the assignment.
    /// </summary>
    public long[] Price { get; }

    /// <summary>Finds the best assignment.</summary>
    /// <param name="gains">Rows, columns, gains and capacities.</param>
    /// <param name="columns">The chosen columns, each once.</param>
    public static Assignment Find(GainMatrix gains, ReadOnlySpan<int> columns)
    {
        var (units, price) = (new long[gains.Column.Length], new long[gains.ColumnCount]);
        var value = gains.Capacity is null
            ? ToTheBest(gains, columns, units)
            : new AssignmentPaths(gains, columns, units, price).Run();
        return new Assignment(units, value, price);
    }

    private static long ToTheBest(GainMatrix gains, ReadOnlySpan<int> columns, long[] units)
    {
        var isIn = new bool[gains.ColumnCount];
        foreach (var c in columns)
        {
            isIn[c] = true;
        }

        var value = 0L;
        for (var r = 0; r < gains.RowCount; r++)
        {
            var best = -1;
            for (var k = gains.First[r]; k < gains.First[r + 1]; k++)
            {
                if (isIn[gains.Column[k]] && (best < 0 || gains.Gain[k] > gains.Gain[best]))
                {
                    best = k;
                }
            }

            if (best >= 0)
            {
                units[best] = gains.Amount[r];
                value += gains.Amount[r] * gains.Gain[best];
            }
        }

        return value;
    }
}
