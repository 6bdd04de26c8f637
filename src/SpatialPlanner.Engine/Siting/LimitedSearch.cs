namespace SpatialPlanner.Engine.Siting;

/// <summary>
/// Greedy search with capacities. What a column would add is at most its profit at the prices of the best assignment so far
/// (the dual), so columns are tried in that order and the best is known once the next cannot beat it (Minoux 1978).
/// </summary>
internal sealed class LimitedSearch(SitingProblem whole, ReducedProblem problem, Incumbent incumbent, CancellationToken stop) : SetSearch
{
    private readonly LimitedRelaxation relaxation = new(problem);
    private readonly double[] price = new double[problem.Gains.RowCount];

    /// <inheritdoc/>
    public override void Begin() => From(new double[problem.Worth.Length]);

    /// <inheritdoc/>
    public override void From(ReadOnlySpan<double> chosen)
    {
        var set = problem.Choices.Begin();
        var columns = new List<int>();
        for (var c = 0; c < chosen.Length; c++)
        {
            if ((problem.State[c] == ColumnState.In || chosen[c] > 0.999) && problem.State[c] != ColumnState.Out && set.Fits(c))
            {
                set.Add(c);
                columns.Add(c);
            }
        }

        while (!stop.IsCancellationRequested && Add(set, columns))
        {
        }

        Offer(columns);
    }

    /// <inheritdoc/>
    public override void Iterate(int rounds)
    {
    }

    private void Offer(List<int> columns)
    {
        var all = problem.Whole([.. columns]);
        if (LeafValue.Of(whole, all) is { } value)
        {
            incumbent.Offer(value, all);
        }
    }

    private bool Add(ChosenSet set, List<int> columns)
    {
        var before = Assignment.Find(problem.Gains, [.. columns]);
        FindPrices(before, columns);
        var profit = relaxation.ProfitsAt(price);
        var order = Enumerable.Range(0, profit.Length)
            .Where(c => problem.State[c] != ColumnState.Out && !columns.Contains(c) && set.Fits(c) && profit[c] > 0)
            .OrderByDescending(c => profit[c] / set.Price(c)).ToArray();
        var (best, most) = (-1, 0.0);
        foreach (var c in order)
        {
            if (stop.IsCancellationRequested || profit[c] / set.Price(c) <= most)
            {
                break;
            }

            var after = Assignment.Find(problem.Gains, [.. columns, c]);
            var rate = (after.Value - before.Value + problem.Worth[c]) / set.Price(c);
            if (rate > most)
            {
                (best, most) = (c, rate);
            }
        }

        if (best < 0)
        {
            return false;
        }

        set.Add(best);
        columns.Add(best);
        return true;
    }

    private void FindPrices(Assignment assignment, List<int> columns)
    {
        var isIn = new bool[problem.Worth.Length];
        columns.ForEach(c => isIn[c] = true);
        for (var r = 0; r < price.Length; r++)
        {
            var most = 0L;
            for (var k = problem.Gains.First[r]; k < problem.Gains.First[r + 1]; k++)
            {
                var c = problem.Gains.Column[k];
                most = isIn[c] ? Math.Max(most, problem.Gains.Gain[k] - assignment.Price[c]) : most;
            }

            price[r] = most;
        }
    }
}
