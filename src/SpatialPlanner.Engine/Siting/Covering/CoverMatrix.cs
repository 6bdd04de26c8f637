namespace SpatialPlanner.Engine.Siting.Covering;

/// <summary>A set covering problem that is left over: rows still to be covered, columns still free.</summary>
internal sealed class CoverMatrix
{
    /// <summary>Columns of each row, rising.</summary>
    public required int[][] Rows { get; init; }

    /// <summary>Rows of each column, rising.</summary>
    public required int[][] Columns { get; init; }

    /// <summary>Chosen columns that each row still needs, 1 or more.</summary>
    public required int[] Need { get; init; }

    /// <summary>Cost of each column.</summary>
    public required long[] Cost { get; init; }

    /// <summary>Columns that each column excludes; null where none does.</summary>
    public required int[][]? Conflicts { get; init; }

    /// <summary>Row of the whole problem, for each row.</summary>
    public required int[] RowOrigin { get; init; }

    /// <summary>Column of the whole problem, for each column.</summary>
    public required int[] ColumnOrigin { get; init; }

    public int RowCount => Rows.Length;

    public int ColumnCount => Columns.Length;

    /// <summary>The whole problem.</summary>
    public static CoverMatrix Of(SetCoverProblem problem)
    {
        var rows = new int[problem.RowCount][];
        for (var r = 0; r < rows.Length; r++)
        {
            rows[r] = problem.Column[problem.First[r]..problem.First[r + 1]];
            Array.Sort(rows[r]);
        }

        return new CoverMatrix
        {
            Rows = rows,
            Columns = Transposed(rows, problem.ColumnCount),
            Need = problem.Need ?? Filled(rows.Length, 1),
            Cost = problem.Cost ?? Filled(problem.ColumnCount, 1L),
            Conflicts = problem.Conflicts,
            RowOrigin = [.. Enumerable.Range(0, rows.Length)],
            ColumnOrigin = [.. Enumerable.Range(0, problem.ColumnCount)],
        };
    }

    /// <summary>What is left with some rows and columns only.</summary>
    /// <param name="need">What each row still needs; rows with 0 or less are left out.</param>
    /// <param name="keepsColumn">The columns that stay.</param>
    public CoverMatrix Left(int[] need, bool[] keepsColumn)
    {
        var place = new int[ColumnCount];
        var columns = new List<int>();
        for (var c = 0; c < ColumnCount; c++)
        {
            place[c] = keepsColumn[c] ? columns.Count : -1;
            if (keepsColumn[c])
            {
                columns.Add(c);
            }
        }

        var kept = new List<int>();
        var rows = new List<int[]>();
        for (var r = 0; r < RowCount; r++)
        {
            if (need[r] > 0)
            {
                kept.Add(r);
                rows.Add(Placed(Rows[r], place));
            }
        }

        return new CoverMatrix
        {
            Rows = [.. rows],
            Columns = Transposed(rows, columns.Count),
            Need = [.. kept.Select(r => need[r])],
            Cost = [.. columns.Select(c => Cost[c])],
            Conflicts = Conflicts is null ? null : [.. columns.Select(c => Placed(Conflicts[c], place))],
            RowOrigin = [.. kept.Select(r => RowOrigin[r])],
            ColumnOrigin = [.. columns.Select(c => ColumnOrigin[c])],
        };
    }

    private static int[] Placed(int[] list, int[] place)
    {
        var count = 0;
        foreach (var c in list)
        {
            count += place[c] >= 0 ? 1 : 0;
        }

        var placed = new int[count];
        count = 0;
        foreach (var c in list)
        {
            if (place[c] >= 0)
            {
                placed[count++] = place[c];
            }
        }

        return placed;
    }

    private static int[][] Transposed(IReadOnlyList<int[]> rows, int columnCount)
    {
        var size = new int[columnCount];
        foreach (var row in rows)
        {
            foreach (var c in row)
            {
                size[c]++;
            }
        }

        var columns = new int[columnCount][];
        for (var c = 0; c < columnCount; c++)
        {
            columns[c] = new int[size[c]];
        }

        Array.Clear(size);
        for (var r = 0; r < rows.Count; r++)
        {
            foreach (var c in rows[r])
            {
                columns[c][size[c]++] = r;
            }
        }

        return columns;
    }

    private static T[] Filled<T>(int count, T value)
    {
        var values = new T[count];
        Array.Fill(values, value);
        return values;
    }
}
