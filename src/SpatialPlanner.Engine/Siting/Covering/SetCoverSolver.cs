namespace SpatialPlanner.Engine.Siting.Covering;

/// <summary>
/// Solves set covering problems: reductions, a greedy cover improved by exchanges, a Lagrangian bound, fixing by reduced
/// cost, and a depth-first tree that branches on the row with the fewest columns and reduces again at each node.
/// </summary>
public sealed class SetCoverSolver
{
    private const int RoundsAtRoot = 5000, RoundsInTree = 150, ExchangesAtRoot = 30_000, GreedyEvery = 8;
    private const double FirstStepAtRoot = 1, FirstStepInTree = 0.05;
    private readonly SetCoverProblem _problem;
    private readonly SetCoverOptions _options;
    private readonly CancellationToken _stop;
    private readonly long _grain;
    private long _nodes;
    private long? _best;
    private int[] _chosen = [];
    private bool _isCutShort;

    private SetCoverSolver(SetCoverProblem problem, SetCoverOptions options, CancellationToken stop)
    {
        (_problem, _options, _stop) = (problem, options, stop);
        _grain = Grain(problem.Cost);
    }

    /// <summary>Finds the least cover, or one that costs little enough.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">How hard to search.</param>
    /// <param name="stop">Stops early; the best cover so far is kept.</param>
    public static SetCoverResult Solve(SetCoverProblem problem, SetCoverOptions options, CancellationToken stop = default) =>
        new SetCoverSolver(problem, options, stop).Run();

    private SetCoverResult Run()
    {
        var matrix = CoverMatrix.Of(_problem);
        var state = _problem.Fixed?.ToArray() ?? new ColumnState[_problem.ColumnCount];
        if (CoverReduction.Of(matrix, state) is not { } root)
        {
            return new SetCoverResult(SitingStatus.Infeasible, 0, long.MaxValue, [], 0);
        }

        var bound = Root(root.Left, root.Taken);
        var isProved = !_isCutShort || (_best is { } found && found <= bound);
        var lowest = isProved ? _best ?? bound : bound;
        var status = (_best, isProved) switch
        {
            ({ } cost, _) when cost <= _options.Enough || isProved => SitingStatus.Optimal,
            ({ }, _) => SitingStatus.Stopped,
            (null, true) => SitingStatus.Infeasible,
            _ => SitingStatus.NoAnswer,
        };
        if (_options.Enough is { } enough && (_best is null || _best > enough) && isProved)
        {
            (status, lowest) = (SitingStatus.Infeasible, Math.Max(bound, enough + 1));
        }

        return new SetCoverResult(status, _best ?? 0, _options.Enough is not null && status == SitingStatus.Optimal ? bound : lowest, [.. _chosen.Order()], _nodes);
    }

    // The root: its heuristics and bound, then the tree. Gives the bound of the root.
    private long Root(CoverMatrix left, List<int> taken)
    {
        var cost = Cost(taken);
        if (left.RowCount == 0)
        {
            Keep(taken, []);
            return cost;
        }

        var first = CoverGreedy.Find(left, [.. left.Cost.Select(c => (double)c)]);
        if (first is not null)
        {
            var improved = new CoverExchange(left, _options.Seed).Improve(
                first, (_options.Enough ?? long.MinValue / 2) - cost, ExchangesAtRoot, _stop);
            Keep(taken, improved.Select(c => left.ColumnOrigin[c]));
        }

        var prices = CoverBound.FirstPrices(left, _problem.RowCount);
        var bound = new CoverBound(left, prices);
        bound.Climb((_best ?? cost + (2 * left.Cost.Sum())) - cost, Worth() - cost + Slack(Worth()), RoundsAtRoot, FirstStepAtRoot, _stop);
        bound.Close();
        var lowest = cost + RoundedUp(bound.Value);
        Publish(left, bound, prices);
        if (lowest <= Worth())
        {
            Explore(left, taken, prices, depth: 0);
        }

        return lowest;
    }

    // The dearest cover that is still worth finding.
    private long Worth() => Math.Min(
        _best is { } best ? best - _grain : long.MaxValue / 4, _options.Enough ?? long.MaxValue / 4);

    private bool IsDone => _options.Enough is { } enough && _best <= enough;

    private void Explore(CoverMatrix matrix, List<int> taken, double[] prices, int depth)
    {
        if (IsDone || (_isCutShort |= _stop.IsCancellationRequested || _nodes >= _options.MostNodes))
        {
            return;
        }

        _nodes++;
        var cost = Cost(taken);
        if (matrix.RowCount == 0)
        {
            Keep(taken, []);
            return;
        }

        var own = prices.AsSpan().ToArray();
        if (Narrowed(matrix, taken, own, cost) is not { } node)
        {
            return;
        }

        if (node.Left.RowCount == 0)
        {
            Keep(node.Taken, []);
            return;
        }

        TryGreedy(node.Left, node.Taken, node.Reduced, depth);
        Branch(node, own, depth);
    }

    // Bound and fix until nothing more is settled; null where nothing here is worth finding.
    private (CoverMatrix Left, List<int> Taken, double[] Reduced)? Narrowed(
        CoverMatrix matrix, List<int> taken, double[] prices, long cost)
    {
        while (true)
        {
            var bound = new CoverBound(matrix, prices);
            bound.Climb(Target(matrix, cost), Worth() - cost + Slack(Worth()), RoundsInTree, FirstStepInTree, _stop);
            bound.Close();
            Publish(matrix, bound, prices);
            if (cost + RoundedUp(bound.Value) > Worth())
            {
                return null;
            }

            var state = Settled(matrix, bound, Worth() - cost);
            if (!state.Any(s => s != ColumnState.Free))
            {
                return (matrix, taken, bound.ReducedCost);
            }

            if (CoverReduction.Of(matrix, state) is not { } reduced)
            {
                return null;
            }

            (matrix, taken) = (reduced.Left, [.. taken, .. reduced.Taken]);
            cost = Cost(taken);
            if (cost > Worth())
            {
                return null;
            }

            if (matrix.RowCount == 0)
            {
                return (matrix, taken, []);
            }
        }
    }

    private double Target(CoverMatrix matrix, long cost)
    {
        var worth = Worth();
        return worth < long.MaxValue / 8 ? worth + _grain - cost : 2.0 * matrix.Cost.Sum();
    }

    // Fixing by reduced cost: a column whose presence, or absence, would lift the bound above what is worth finding.
    private static ColumnState[] Settled(CoverMatrix matrix, CoverBound bound, long worth)
    {
        var state = new ColumnState[matrix.ColumnCount];
        for (var c = 0; c < state.Length; c++)
        {
            var reduced = bound.ReducedCost[c];
            if (bound.Value + Math.Abs(reduced) > worth + Slack(worth))
            {
                state[c] = reduced > 0 ? ColumnState.Out : ColumnState.In;
            }
        }

        return state;
    }

    private void TryGreedy(CoverMatrix left, List<int> taken, double[] reduced, int depth)
    {
        if (depth % GreedyEvery == 0 && CoverGreedy.Find(left, reduced) is { } cover)
        {
            Keep(taken, cover.Select(c => left.ColumnOrigin[c]));
        }
    }

    // One child for each column of a row: that one in, those before it out.
    private void Branch((CoverMatrix Left, List<int> Taken, double[] Reduced) node, double[] prices, int depth)
    {
        var (matrix, taken, reduced) = node;
        var row = 0;
        for (var r = 1; r < matrix.RowCount; r++)
        {
            var (a, b) = (matrix.Rows[r].Length - matrix.Need[r], matrix.Rows[row].Length - matrix.Need[row]);
            row = a < b || (a == b && prices[matrix.RowOrigin[r]] > prices[matrix.RowOrigin[row]]) ? r : row;
        }

        var state = new ColumnState[matrix.ColumnCount];
        foreach (var c in matrix.Rows[row].OrderBy(c => reduced[c]).ThenBy(c => c))
        {
            state[c] = ColumnState.In;
            if (CoverReduction.Of(matrix, [.. state]) is { } child)
            {
                Explore(child.Left, [.. taken, .. child.Taken], prices, depth + 1);
            }

            state[c] = ColumnState.Out;
            if (IsDone || _isCutShort)
            {
                return;
            }
        }
    }

    private static void Publish(CoverMatrix matrix, CoverBound bound, double[] prices)
    {
        for (var r = 0; r < matrix.RowCount; r++)
        {
            prices[matrix.RowOrigin[r]] = bound.Price[r];
        }
    }

    private void Keep(List<int> taken, IEnumerable<int> more)
    {
        int[] columns = [.. taken, .. more];
        var cost = Cost(columns);
        if (_best is null || cost < _best)
        {
            (_best, _chosen) = (cost, columns);
        }
    }

    private long Cost(IEnumerable<int> columns) => columns.Sum(c => _problem.Cost?[c] ?? 1);

    // A bound between two multiples of the grain is as good as the upper one.
    private long RoundedUp(double bound)
    {
        var slack = Slack(bound);
        return (long)Math.Ceiling(Math.Max(0, bound - slack) / _grain) * _grain;
    }

    // Rounding of sums of doubles; costs are whole numbers, so it decides nothing.
    private static double Slack(double value) => 1e-6 + (1e-10 * Math.Abs(value));

    private static long Grain(long[]? costs)
    {
        var grain = 0L;
        foreach (var cost in costs ?? [])
        {
            var (a, b) = (grain, cost);
            while (b != 0)
            {
                (a, b) = (b, a % b);
            }

            grain = a;
        }

        return Math.Max(1, grain);
    }
}
