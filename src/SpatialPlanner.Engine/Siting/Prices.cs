namespace SpatialPlanner.Engine.Siting;

/// <summary>Prices at which a relaxation gives a bound.</summary>
/// <param name="OfRow">Price of a unit of each row, at least 0.</param>
/// <param name="OfFloor">Reward of a unit of each floor, at least 0.</param>
internal sealed record Prices(double[] OfRow, double[] OfFloor)
{
    /// <summary>Running average of how much of each row went unserved (1 = all), or null at the beginning.</summary>
    public double[]? Unserved { get; init; }

    /// <summary>Running average of the chosen sets' lack at each floor, as a share of it.</summary>
    public double[]? Lacking { get; init; }

    /// <summary>Every row at half of the most that it can gain: columns then gain something and rows cost something.</summary>
    public static Prices Halves(ReducedProblem problem)
    {
        var rows = new double[problem.Gains.RowCount];
        for (var r = 0; r < rows.Length; r++)
        {
            rows[r] = problem.Rows.Gain[problem.Rows.First[r]] / 2.0;
        }

        return new Prices(rows, new double[problem.Floors.Count]);
    }

    /// <summary>
    /// Prices that suit a set: nothing where a row is not served, what the second best would gain where two serve it, and
    /// half way between the best and the second best as a guess.
    /// </summary>
    /// <param name="problem">The problem.</param>
    /// <param name="columns">The chosen columns.</param>
    public static Prices OfSet(ReducedProblem problem, ReadOnlySpan<int> columns)
    {
        var (best, second) = (new double[problem.Gains.RowCount], new double[problem.Gains.RowCount]);
        foreach (var c in columns)
        {
            for (var k = problem.Gains.FirstOfColumn[c]; k < problem.Gains.FirstOfColumn[c + 1]; k++)
            {
                var (r, gain) = (problem.Gains.Row[k], problem.Gains.GainByColumn[k]);
                second[r] = Math.Max(second[r], Math.Min(best[r], gain));
                best[r] = Math.Max(best[r], gain);
            }
        }

        for (var r = 0; r < best.Length; r++)
        {
            best[r] = (best[r] + second[r]) / 2;
        }

        return new Prices(best, new double[problem.Floors.Count]);
    }

    /// <summary>The prices in the problem that another was made of as its core: what no column of the core serves costs nothing.</summary>
    /// <param name="core">The core, made by <see cref="Reduction.Core"/>.</param>
    public Prices Back(ReducedProblem core)
    {
        var rows = new double[core.RowOf.Length];
        var unserved = Unserved is null ? null : new double[core.RowOf.Length];
        for (var r = 0; r < rows.Length; r++)
        {
            rows[r] = core.RowOf[r] < 0 ? 0 : OfRow[core.RowOf[r]];
            if (unserved is not null)
            {
                unserved[r] = core.RowOf[r] < 0 ? 1 : Unserved![core.RowOf[r]];
            }
        }

        return new Prices(rows, OfFloor) { Unserved = unserved, Lacking = Lacking };
    }

    /// <summary>Prices of an assignment: what a unit of each row gains above the price of a column's capacity, the dual.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="columns">The chosen columns.</param>
    public static Prices OfAssignment(ReducedProblem problem, ReadOnlySpan<int> columns)
    {
        var (assignment, rows) = (Assignment.Find(problem.Gains, columns), new double[problem.Gains.RowCount]);
        foreach (var c in columns)
        {
            for (var k = problem.Gains.FirstOfColumn[c]; k < problem.Gains.FirstOfColumn[c + 1]; k++)
            {
                var r = problem.Gains.Row[k];
                rows[r] = Math.Max(rows[r], problem.Gains.GainByColumn[k] - assignment.Price[c]);
            }
        }

        return new Prices(rows, new double[problem.Floors.Count]);
    }

    /// <summary>A copy that can change by itself.</summary>
    public Prices Copy() => new((double[])OfRow.Clone(), (double[])OfFloor.Clone());

    /// <summary>
    /// The prices in a problem reduced from this one: merged rows get their average by units, and what a row gains by
    /// columns that are in is off its price, as it is off its gains.
    /// </summary>
    /// <param name="from">The problem of these prices.</param>
    /// <param name="to">The problem made of it.</param>
    public Prices For(ReducedProblem from, ReducedProblem to)
    {
        var rows = new double[to.Gains.RowCount];
        var unserved = Unserved is null ? null : new double[to.Gains.RowCount];
        for (var r = 0; r < OfRow.Length; r++)
        {
            var at = to.RowOf[r];
            if (at >= 0)
            {
                var share = from.Gains.Amount[r] / (double)to.Gains.Amount[at];
                rows[at] += share * Math.Max(0, OfRow[r] - to.Beyond[r]);
                if (unserved is not null)
                {
                    unserved[at] += share * Unserved![r];
                }
            }
        }

        return new Prices(rows, OfFloor) { Unserved = unserved, Lacking = Lacking };
    }
}
