namespace SpatialPlanner.Engine.Siting;

/// <summary>
/// A siting problem without what is settled: columns that are out are gone; where nothing is limited, columns that are in
/// are gone too and gains are what a row gains beyond them.
/// </summary>
internal sealed record ReducedProblem
{
    /// <summary>Rows and columns that are left.</summary>
    public required GainMatrix Gains { get; init; }

    /// <summary>Which sets of the columns left are allowed.</summary>
    public required Choices Choices { get; init; }

    /// <summary>What each column adds by itself.</summary>
    public required long[] Worth { get; init; }

    /// <summary>What is settled of the columns left; in only where capacities are limited.</summary>
    public required ColumnState[] State { get; init; }

    /// <summary>Number of each column in the whole problem.</summary>
    public required int[] Original { get; init; }

    /// <summary>Columns of the whole problem that are in and are gone from this one.</summary>
    public required int[] Taken { get; init; }

    /// <summary>What is gained whatever is chosen of the columns left.</summary>
    public required long Base { get; init; }

    /// <summary>What must be served at least, of the rows left.</summary>
    public required IReadOnlyList<ServedFloor> Floors { get; init; }

    /// <summary>Row of this problem for each row of the one it was made of, or -1.</summary>
    public required int[] RowOf { get; init; }

    /// <summary>What a unit of each row of the one it was made of gains by columns that are in and gone.</summary>
    public required long[] Beyond { get; init; }

    /// <summary>Entries of each row with the largest gain first.</summary>
    public required RowOrder Rows { get; init; }

    /// <summary>The problem as it was given.</summary>
    public static ReducedProblem Of(SitingProblem problem)
    {
        var columns = problem.Gains.ColumnCount;
        return new ReducedProblem
        {
            Gains = problem.Gains,
            Choices = problem.Choices,
            Worth = problem.Worth ?? new long[columns],
            State = problem.Fixed is { } given ? (ColumnState[])given.Clone() : new ColumnState[columns],
            Original = [.. Enumerable.Range(0, columns)],
            Taken = [],
            Base = 0,
            Floors = problem.Floors,
            RowOf = [],
            Beyond = [],
            Rows = new RowOrder(problem.Gains),
        };
    }

    /// <summary>The columns of the whole problem that a choice of columns left means.</summary>
    public int[] Whole(ReadOnlySpan<int> columns)
    {
        var all = new int[Taken.Length + columns.Length];
        Taken.CopyTo(all, 0);
        for (var k = 0; k < columns.Length; k++)
        {
            all[Taken.Length + k] = Original[columns[k]];
        }

        Array.Sort(all);
        return all;
    }

    /// <summary>
    /// The problem with higher gains in the rows of the floors, so that a search that knows no floors comes to meet them.
    /// </summary>
    /// <param name="rewards">Reward of a unit of each floor.</param>
    /// <param name="times">How many times the rewards count; more, where no set that meets the floors is known.</param>
    public ReducedProblem Rewarded(double[] rewards, int times)
    {
        var (more, gain) = (new double[Gains.RowCount], (long[])Gains.Gain.Clone());
        for (var f = 0; f < Floors.Count; f++)
        {
            foreach (var r in Floors[f].Rows)
            {
                more[r] += times * rewards[f];
            }
        }

        for (var r = 0; r < more.Length; r++)
        {
            for (var k = Gains.First[r]; k < Gains.First[r + 1] && more[r] > 0; k++)
            {
                gain[k] += (long)Math.Ceiling(more[r]);
            }
        }

        var raised = new GainMatrix(Gains.Amount, Gains.First, Gains.Column, gain, Gains.ColumnCount, Gains.Capacity);
        return this with { Gains = raised, Rows = new RowOrder(raised) };
    }

    /// <summary>The columns left of a set of columns of the whole problem.</summary>
    public int[] Left(int[] columns)
    {
        var left = new List<int>();
        for (var c = 0; c < Original.Length; c++)
        {
            if (Array.BinarySearch(columns, Original[c]) >= 0)
            {
                left.Add(c);
            }
        }

        return [.. left];
    }
}
