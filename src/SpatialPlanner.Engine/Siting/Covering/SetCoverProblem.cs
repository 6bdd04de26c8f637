namespace SpatialPlanner.Engine.Siting.Covering;

/// <summary>
/// Choose columns (sites) at least cost so that every row (demand) has as many chosen columns as it needs: the location set
/// covering problem (Toregas, Swain, ReVelle and Bergman 1971), with backups where a row needs several and with pairs that
/// may not stand together (minimum spacing).
/// </summary>
public sealed class SetCoverProblem
{
    /// <summary>Makes a problem of rows.</summary>
    /// <param name="first">First entry of each row, and one more: the number of entries.</param>
    /// <param name="column">Columns that serve each row, none twice in a row.</param>
    /// <param name="columnCount">Number of columns.</param>
    /// <exception cref="ArgumentException">The arrays do not fit each other.</exception>
    public SetCoverProblem(int[] first, int[] column, int columnCount)
    {
        if (first.Length == 0 || first[^1] != column.Length)
        {
            throw new ArgumentException("first needs an entry more than there are rows, and column as many as its last", nameof(first));
        }

        (First, Column, ColumnCount) = (first, column, columnCount);
    }

    /// <summary>First entry of each row, and one more.</summary>
    public int[] First { get; }

    /// <summary>Column of each entry, by row.</summary>
    public int[] Column { get; }

    /// <summary>Number of columns.</summary>
    public int ColumnCount { get; }

    /// <summary>Number of rows.</summary>
    public int RowCount => First.Length - 1;

    /// <summary>Cost of each column, at least 0; null where each costs 1.</summary>
    public long[]? Cost { get; init; }

    /// <summary>Chosen columns that each row needs; null where each needs one.</summary>
    public int[]? Need { get; init; }

    /// <summary>Columns that are required or forbidden, one state for each column; null where all are free.</summary>
    public ColumnState[]? Fixed { get; init; }

    /// <summary>For each column those that may not be chosen beside it, in both directions; null where all may.</summary>
    public int[][]? Conflicts { get; init; }
}
