namespace SpatialPlanner.Engine.Siting;

/// <summary>Prices at which a relaxation gives a bound.</summary>
/// <param name="OfRow">Price of a unit of each row, at least 0.</param>
/// <param name="OfFloor">Reward of a unit of each floor, at least 0.</param>
internal sealed record Prices(double[] OfRow, double[] OfFloor)
{
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
        for (var r = 0; r < OfRow.Length; r++)
        {
            if (to.RowOf[r] >= 0)
            {
                rows[to.RowOf[r]] += from.Gains.Amount[r] * Math.Max(0, OfRow[r] - to.Beyond[r]);
            }
        }

        for (var r = 0; r < rows.Length; r++)
        {
            rows[r] /= to.Gains.Amount[r];
        }

        return new Prices(rows, (double[])OfFloor.Clone());
    }
}
