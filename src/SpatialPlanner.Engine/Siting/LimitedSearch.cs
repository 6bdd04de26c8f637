namespace SpatialPlanner.Engine.Siting;

/// <summary>
/// Greedy search and exchanges with capacities. What a column would add is at most its profit at the prices of the best
/// assignment so far (the dual), so only the first few by that are asked for their true gain, which takes an assignment each
/// (after Minoux 1978).
/// </summary>
internal sealed class LimitedSearch(
    SitingProblem whole, ReducedProblem problem, Incumbent incumbent, Random random, CancellationToken stop) : SetSearch
{
    private const int Few = 4;

    /// <summary>Entries that the assignments of one call may pass over, so that a call takes about a second.</summary>
    private const long MostEntries = 60_000_000;

    private readonly LimitedRelaxation relaxation = new(problem);
    private readonly double[] price = new double[problem.Gains.RowCount];
    private readonly long[] now = new long[problem.Gains.RowCount];

    /// <inheritdoc/>
    public override void Begin() => From(new double[problem.Worth.Length]);

    /// <inheritdoc/>
    public override void From(ReadOnlySpan<double> share)
    {
        var columns = new List<int>();
        for (var c = 0; c < share.Length; c++)
        {
            if ((problem.State[c] == ColumnState.In || share[c] > 0.5) && problem.State[c] != ColumnState.Out)
            {
                columns.Add(c);
            }
        }

        var (set, left) = (Set(columns), MostEntries);
        while (!stop.IsCancellationRequested && Add(set, columns, ref left))
        {
        }

        Offer(columns);
    }

    /// <summary>One or two columns leave by lot and others come greedily, as long as that is better.</summary>
    /// <param name="rounds">Most rounds.</param>
    public override void Iterate(int rounds)
    {
        var left = MostEntries;
        for (var round = 0; round < rounds && left > 0 && !stop.IsCancellationRequested; round++)
        {
            var columns = problem.Left(incumbent.Columns).ToList();
            int[] free = [.. columns.Where(c => problem.State[c] == ColumnState.Free)];
            for (var k = 1 + random.Next(2); k > 0 && free.Length > 0; k--)
            {
                columns.Remove(free[random.Next(free.Length)]);
            }

            var set = Set(columns);
            while (left > 0 && !stop.IsCancellationRequested && Add(set, columns, ref left))
            {
            }

            Offer(columns);
        }
    }

    /// <summary>The set of some columns; those that do not fit are taken off the list.</summary>
    private ChosenSet Set(List<int> columns)
    {
        var set = problem.Choices.Begin();
        columns.RemoveAll(c =>
        {
            var fits = set.Fits(c);
            if (fits)
            {
                set.Add(c);
            }

            return !fits;
        });
        return set;
    }

    private void Offer(List<int> columns)
    {
        var all = problem.Whole([.. columns]);
        if (!all.AsSpan().SequenceEqual(incumbent.Columns) && LeafValue.Of(whole, all) is { } value)
        {
            incumbent.Offer(value, all);
        }
    }

    /// <summary>Adds the column that gains most for its price, of the few that promise most; false where none gains.</summary>
    private bool Add(ChosenSet set, List<int> columns, ref long left)
    {
        var before = Find(columns, ref left);
        FindPrices(before, columns);
        var (best, most) = (-1, 0.0);
        foreach (var c in Promising(set, columns))
        {
            if (left <= 0 && best >= 0)
            {
                break;
            }

            columns.Add(c);
            var rate = (Find(columns, ref left).Value - before.Value + problem.Worth[c]) / set.Price(c);
            columns.RemoveAt(columns.Count - 1);
            (best, most) = rate > most ? (c, rate) : (best, most);
        }

        if (best < 0)
        {
            return false;
        }

        set.Add(best);
        columns.Add(best);
        return true;
    }

    private Assignment Find(List<int> columns, ref long left)
    {
        left -= problem.Gains.Column.Length;
        return Assignment.Find(problem.Gains, [.. columns]);
    }

    /// <summary>Columns with the most profit for their price at the prices of now, and those that would serve most who are not served.</summary>
    private int[] Promising(ChosenSet set, List<int> columns)
    {
        var (profit, isIn) = (relaxation.ProfitsAt(price), new bool[problem.Worth.Length]);
        columns.ForEach(c => isIn[c] = true);
        int[] able = [.. Enumerable.Range(0, isIn.Length).Where(c => !isIn[c] && problem.State[c] != ColumnState.Out && profit[c] > 0 && set.Fits(c))];
        var byProfit = able.OrderByDescending(c => profit[c] / set.Price(c)).Take(Few);
        return [.. byProfit.Union(able.OrderByDescending(c => Unserved(c) / set.Price(c)).Take(Few))];
    }

    /// <summary>What a column gains of the units that nobody serves now.</summary>
    private double Unserved(int column)
    {
        var (gains, free, sum) = (problem.Gains, problem.Gains.Capacity![column], (double)problem.Worth[column]);
        for (var k = gains.FirstOfColumn[column]; k < gains.FirstOfColumn[column + 1] && free > 0; k++)
        {
            var units = Math.Min(free, now[gains.Row[k]]);
            sum += (double)units * gains.GainByColumn[k];
            free -= units;
        }

        return sum;
    }

    /// <summary>Prices of the rows, and units that nobody serves.</summary>
    private void FindPrices(Assignment assignment, List<int> columns)
    {
        var isIn = new bool[problem.Worth.Length];
        columns.ForEach(c => isIn[c] = true);
        for (var r = 0; r < price.Length; r++)
        {
            var (most, served) = (0L, 0L);
            for (var k = problem.Gains.First[r]; k < problem.Gains.First[r + 1]; k++)
            {
                var c = problem.Gains.Column[k];
                served += assignment.Units[k];
                most = isIn[c] ? Math.Max(most, problem.Gains.Gain[k] - assignment.Price[c]) : most;
            }

            price[r] = most;
            now[r] = problem.Gains.Amount[r] - served;
        }
    }
}
