namespace SpatialPlanner.Engine.Siting;

/// <summary>
/// The Lagrangian bound of a problem by way of its core, the columns that good prices leave near the best sets (Balas and
/// Zemel 1980; for p-medians Avella, Sassano and Vasil'ev 2007). Among few columns far more rows are equal, so a step costs
/// a fraction. The prices found hold for all columns once these are evaluated too: that, and nothing of the core, is the
/// bound. Columns that turn out to be near the best sets join the core.
/// </summary>
internal sealed class CoreBound
{
    /// <summary>Below so many entries a step is so quick that a core does not pay.</summary>
    private const int SmallEntries = 30_000;

    /// <summary>Columns that lose less than this share of the gap when they are chosen are near the best sets.</summary>
    private const double Near = 0.3;

    /// <summary>The share of the gap that the bound of the core may miss before the core is made wider.</summary>
    private const double Missed = 0.02;

    private readonly Incumbent incumbent;
    private readonly CancellationToken stop;
    private readonly Relaxation whole;
    private readonly bool[] isCore;
    private int[] coreColumns;
    private Relaxation core;

    /// <summary>Begins with every column in the core.</summary>
    public CoreBound(ReducedProblem problem, Incumbent incumbent, CancellationToken stop)
    {
        (Problem, this.incumbent, this.stop, whole) = (problem, incumbent, stop, Relaxation.Of(problem));
        (isCore, coreColumns, core) = (new bool[problem.Worth.Length], [], whole);
    }

    /// <summary>The problem.</summary>
    public ReducedProblem Problem { get; }

    private bool HasCore => core != whole;

    /// <summary>The problem with only the columns of the core free.</summary>
    /// <param name="state">What is settled.</param>
    public ReducedProblem OfCore(ColumnState[] state)
    {
        var states = (ColumnState[])state.Clone();
        for (var c = 0; HasCore && c < states.Length; c++)
        {
            states[c] = isCore[c] || states[c] != ColumnState.Free ? states[c] : ColumnState.Out;
        }

        return Problem with { State = states };
    }

    /// <summary>Chooses the core anew, of the columns near the best sets at a part's prices.</summary>
    public void ChooseCore(TreeNode part)
    {
        if (Problem.Gains.Column.Length >= SmallEntries)
        {
            Array.Clear(isCore);
            var value = whole.Evaluate(part.Prices.OfRow, part.Prices.OfFloor, part.State);
            AddNear(part.State, value);
            MakeCore();
        }
    }

    /// <summary>Lowers the bound of a part of the search space, and settles columns in it.</summary>
    /// <param name="part">The part; its state, bound, prices and shares change.</param>
    /// <param name="steps">Most steps of the price search.</param>
    /// <param name="step">Length of the first steps, as a share of Polyak's.</param>
    /// <returns>False where nothing in it beats the best set known.</returns>
    public bool Lower(TreeNode part, int steps, double step)
    {
        while (steps > 0 && !stop.IsCancellationRequested)
        {
            if (!HasCore)
            {
                var direct = new PriceSearch(whole, part.State, part.Prices, step);
                return Run(direct, steps, part, mayFix: true) >= 0 && Take(part, direct.Bound, direct.Best, direct.Share);
            }

            AddRequired(part.State);
            var search = new PriceSearch(core, StateOfCore(part.State), part.Prices.For(Problem, core.Problem), step);
            steps -= Run(search, steps, part, mayFix: false);
            if (search.Steps == 0)
            {
                return true;
            }

            var prices = search.Best.Back(core.Problem);
            var value = whole.Evaluate(prices.OfRow, prices.OfFloor, part.State);
            if (!Take(part, value, prices, SharesOfAll(search.Share)) || !Fix(part, whole.Profit, whole.Offset))
            {
                return false;
            }

            if (value - search.Bound <= Missed * (value - incumbent.Target))
            {
                return true;
            }

            AddNear(part.State, value);
            MakeCore();
        }

        return true;
    }

    /// <summary>Steps until the bound is beaten, the steps are short or used up; -1 where fixing shows that nothing is better.</summary>
    private int Run(PriceSearch search, int most, TreeNode part, bool mayFix)
    {
        while (search.Steps < most && search.StepShare > 1e-3 && !stop.IsCancellationRequested)
        {
            var isLower = search.Step(incumbent.Target);
            if (double.IsNegativeInfinity(search.Bound) || (isLower && incumbent.Beats(search.Bound)))
            {
                break;
            }

            if (isLower && mayFix && !Fix(part, search.BestProfit, search.BestOffset))
            {
                return -1;
            }
        }

        return search.Steps;
    }

    private bool Fix(TreeNode part, double[] profit, double offset) =>
        ReducedCostFixing.Fix(Problem.Choices, profit, offset, part.State, incumbent);

    private bool Take(TreeNode part, double bound, Prices prices, double[] share)
    {
        (part.Prices, part.Share) = (prices, share);
        part.Bound = Math.Min(part.Bound, bound);
        return !incumbent.Beats(part.Bound);
    }

    /// <summary>Adds the columns whose choice loses little of the bound that the whole problem was just given.</summary>
    private void AddNear(ColumnState[] state, double value)
    {
        var (ifIn, ifOut) = (new double[state.Length], new double[state.Length]);
        Problem.Choices.Bounds(whole.Profit, state, ifIn, ifOut);
        var gap = incumbent.Value is { } best ? value - best : 0.05 * Math.Abs(value);
        for (var c = 0; c < state.Length; c++)
        {
            isCore[c] |= state[c] == ColumnState.In ||
                (state[c] == ColumnState.Free && value - (whole.Offset + ifIn[c]) <= Near * gap);
        }
    }

    private void AddRequired(ColumnState[] state)
    {
        var isWider = false;
        for (var c = 0; c < state.Length; c++)
        {
            if (state[c] == ColumnState.In && !isCore[c])
            {
                (isCore[c], isWider) = (true, true);
            }
        }

        if (isWider)
        {
            MakeCore();
        }
    }

    private void MakeCore()
    {
        var (states, columns) = (new ColumnState[isCore.Length], new List<int>());
        for (var c = 0; c < states.Length; c++)
        {
            states[c] = isCore[c] ? ColumnState.Free : ColumnState.Out;
            if (isCore[c])
            {
                columns.Add(c);
            }
        }

        coreColumns = [.. columns];
        core = Relaxation.Of(Reduction.Core(Problem with { State = states }));
    }

    private ColumnState[] StateOfCore(ColumnState[] state)
    {
        var states = new ColumnState[coreColumns.Length];
        for (var k = 0; k < states.Length; k++)
        {
            states[k] = state[coreColumns[k]];
        }

        return states;
    }

    private double[] SharesOfAll(double[] share)
    {
        var all = new double[isCore.Length];
        for (var k = 0; k < share.Length; k++)
        {
            all[coreColumns[k]] = share[k];
        }

        return all;
    }
}
