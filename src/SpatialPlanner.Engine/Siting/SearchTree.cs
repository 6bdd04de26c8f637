namespace SpatialPlanner.Engine.Siting;

/// <summary>
/// Branch and bound with the Lagrangian bound: the part with the highest bound first, so that as few parts as possible are
/// looked at and the bound falls all the time. In each part some steps of the price search, fixing by reduced cost, and, once
/// much is settled, a smaller problem.
/// </summary>
internal sealed class SearchTree
{
    private const int StepsAtRoot = 400;
    private const int StepsAtNode = 40;
    private const double ShortestStep = 1e-3;

    private readonly SitingProblem whole;
    private readonly Incumbent incumbent;
    private readonly SitingOptions options;
    private readonly Action<string, double, long> report;
    private readonly CancellationToken stop;
    private readonly Random random;
    private readonly PriorityQueue<TreeNode, (double Bound, long Number)> open = new();
    private long number;

    public SearchTree(
        SitingProblem whole, Incumbent incumbent, SitingOptions options, Action<string, double, long> report, CancellationToken stop)
    {
        (this.whole, this.incumbent, this.options, this.report, this.stop) = (whole, incumbent, options, report, stop);
        random = new Random(unchecked((int)options.Seed));
    }

    /// <summary>Nothing gains more than this.</summary>
    public double Bound { get; private set; } = double.PositiveInfinity;

    /// <summary>Nodes looked at.</summary>
    public long Nodes { get; private set; }

    /// <summary>The highest bound of leaves whose best value could not be found exactly.</summary>
    public double Unsettled { get; private set; } = double.NegativeInfinity;

    /// <summary>True where the gap is as small as was asked for.</summary>
    private bool IsCloseEnough => incumbent.Value is { } best && Bound - best <= options.GapGoal * Math.Abs(Bound);

    /// <summary>Searches until the proof or until it is stopped.</summary>
    public void Run(ReducedProblem problem)
    {
        var search = SetSearch.Of(whole, problem, incumbent, random, stop);
        report("greedy", Bound, 0);
        search.Begin();
        report("swap", Bound, 0);
        search.Iterate(50);
        Add(new TreeNode(Relaxation.Of(problem), problem.State, Prices.Halves(problem), double.PositiveInfinity));
        while (open.Count > 0 && !stop.IsCancellationRequested && !IsCloseEnough && Nodes < (options.MostNodes ?? long.MaxValue))
        {
            var node = open.Dequeue();
            Look(node);
            Bound = Math.Max(HighestOpen(), incumbent.Target);
            report(Nodes == 1 ? "bound" : "tree", Bound, Nodes);
        }
    }

    private double HighestOpen() =>
        Math.Max(Unsettled, open.TryPeek(out var next, out _) ? incumbent.Rounded(next.Bound) : double.NegativeInfinity);

    private void Add(TreeNode node)
    {
        if (!incumbent.Beats(node.Bound))
        {
            open.Enqueue(node, (-node.Bound, number++));
        }
    }

    private void Look(TreeNode node)
    {
        Nodes++;
        if (incumbent.Beats(node.Bound))
        {
            return;
        }

        var prices = new PriceSearch(node.Relaxation, node.State, node.Prices, node.Bound);
        var fixing = new ReducedCostFixing(prices, node.Relaxation.Problem.Choices, incumbent);
        var steps = Nodes == 1 ? StepsAtRoot : StepsAtNode;
        for (var k = 0; k < steps && prices.StepShare > ShortestStep && !stop.IsCancellationRequested; k++)
        {
            var before = prices.Bound;
            prices.Step(incumbent.Target);
            if (incumbent.Beats(prices.Bound) || (prices.Bound < before && !fixing.Fix()))
            {
                return;
            }
        }

        if (stop.IsCancellationRequested)
        {
            Add(node with { Bound = prices.Bound, Prices = prices.Best });
            return;
        }

        Branch(node, prices);
    }

    private void Branch(TreeNode node, PriceSearch prices)
    {
        var problem = node.Relaxation.Problem;
        if (Nodes == 1)
        {
            SetSearch.Of(whole, problem, incumbent, random, stop).From(node.Relaxation.Chosen);
        }

        var free = prices.State.AsSpan().Count(ColumnState.Free);
        if (free == 0)
        {
            Settle(problem, prices.State, prices.Bound);
            return;
        }

        var (relaxation, state, best) = (node.Relaxation, prices.State, prices.Best);
        var column = MostDivided(prices);
        if (free < 0.6 * state.Length)
        {
            var less = Reduction.Of(problem with { State = state });
            (relaxation, best, state) = (Relaxation.Of(less), best.For(problem, less), less.State);
            column = Array.IndexOf(less.Original, problem.Original[column]);
            if (less.Gains.RowCount == 0 || column < 0)
            {
                column = Array.IndexOf(state, ColumnState.Free);
            }
        }

        if (column < 0)
        {
            Settle(relaxation.Problem, state, prices.Bound);
            return;
        }

        foreach (var value in (ReadOnlySpan<ColumnState>)[ColumnState.In, ColumnState.Out])
        {
            var child = (ColumnState[])state.Clone();
            child[column] = value;
            Add(new TreeNode(relaxation, child, best, prices.Bound));
        }
    }

    private void Settle(ReducedProblem problem, ColumnState[] state, double bound)
    {
        var chosen = new List<int>();
        for (var c = 0; c < state.Length; c++)
        {
            if (state[c] == ColumnState.In)
            {
                chosen.Add(c);
            }
        }

        var all = problem.Whole([.. chosen]);
        if (LeafValue.Of(whole, all) is { } value)
        {
            incumbent.Offer(value, all);
        }

        if (whole.Gains.Capacity is not null && whole.Floors.Count > 0 && !incumbent.Beats(bound))
        {
            Unsettled = Math.Max(Unsettled, incumbent.Rounded(bound));
        }
    }

    private static int MostDivided(PriceSearch prices)
    {
        var (column, most) = (-1, -1.0);
        for (var c = 0; c < prices.State.Length; c++)
        {
            var divided = Math.Min(prices.Share[c], 1 - prices.Share[c]);
            if (prices.State[c] == ColumnState.Free && divided > most)
            {
                (column, most) = (c, divided);
            }
        }

        return column;
    }
}
