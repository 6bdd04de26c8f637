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
    private const int SmallEntries = 150_000;

    /// <summary>Columns that lose less than this share of the gap when they are chosen are near the best sets.</summary>
    private const double Near = 0.3;

    /// <summary>The share of the gap that the bound of the core may miss before the core is made wider.</summary>
    private const double Missed = 0.1;

    /// <summary>Shorter steps, as a share of Polyak's, gain nothing worth the time.</summary>
    private const double ShortestStep = 2e-3;

    /// <summary>Steps before the bound of the core is compared with that of all columns.</summary>
    private const int StepsOfCore = 100;

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

    /// <summary>The problem with only so many columns free, those nearest the best sets at a part's prices, and a set's.</summary>
    /// <param name="part">The part.</param>
    /// <param name="count">Number of columns.</param>
    /// <param name="chosen">Columns of the set, numbered as in the problem.</param>
    public ReducedProblem Nearest(TreeNode part, int count, ReadOnlySpan<int> chosen)
    {
        whole.Evaluate(part.Prices.OfRow, part.Prices.OfFloor, part.State);
        var (ifIn, ifOut) = (new double[part.State.Length], new double[part.State.Length]);
        Problem.Choices.Bounds(whole.Profit, part.State, ifIn, ifOut);
        int[] free = [.. Enumerable.Range(0, part.State.Length).Where(c => part.State[c] == ColumnState.Free)];
        var order = free.OrderByDescending(c => ifIn[c]).Skip(count).ToArray();
        var state = (ColumnState[])part.State.Clone();
        foreach (var c in order)
        {
            state[c] = chosen.Contains(c) ? ColumnState.Free : ColumnState.Out;
        }

        return Problem with { State = state };
    }

    /// <summary>Takes the bound at a part's prices, whatever the clock says: a search that is stopped at once still has one.</summary>
    public void Judge(TreeNode part) => part.Bound = Math.Min(part.Bound, whole.Evaluate(part.Prices.OfRow, part.Prices.OfFloor, part.State));

    /// <summary>Makes fair prices of bad ones, with the columns of the core.</summary>
    /// <param name="part">The part, whose prices change.</param>
    /// <param name="steps">Number of steps.</param>
    public void BeginPrices(TreeNode part, int steps)
    {
        var start = HasCore ? part.Prices.For(Problem, core.Problem) : part.Prices;
        var state = HasCore ? StateOfCore(part.State) : part.State;
        var found = FirstPrices.Find(core, state, start, incumbent.Target, steps, stop);
        part.Prices = HasCore ? found.Back(core.Problem) : found;
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
    /// <returns>False where nothing in it beats the best set known.</returns>
    public bool Lower(TreeNode part, int steps)
    {
        var start = part.Prices;
        while (steps > 0 && !stop.IsCancellationRequested)
        {
            if (!HasCore)
            {
                var direct = new PriceSearch(whole, part.State, part.Prices, part.StepShare);
                return Run(direct, steps, part, mayFix: true) >= 0 && Take(part, direct.Bound, direct.Reached, direct.Share);
            }

            AddRequired(part.State);
            var search = new PriceSearch(core, StateOfCore(part.State), start.For(Problem, core.Problem), part.StepShare);
            steps -= Run(search, Math.Min(steps, StepsOfCore), part, mayFix: false);
            if (search.Steps == 0)
            {
                return true;
            }

            start = search.Reached.Back(core.Problem);
            var value = whole.Evaluate(start.OfRow, start.OfFloor, part.State);
            if (!Take(part, value, start, SharesOfAll(search.Share)) || !Fix(part, whole.Profit, whole.Offset))
            {
                return false;
            }

            if (value - search.Bound > Missed * (value - incumbent.Target))
            {
                AddNear(part.State, value);
                MakeCore();
            }
        }

        return true;
    }

    /// <summary>Steps until the bound is beaten, the steps are short or used up; -1 where fixing shows that nothing is better.</summary>
    private int Run(PriceSearch search, int most, TreeNode part, bool mayFix)
    {
        while (search.Steps < most && search.StepShare > ShortestStep && !stop.IsCancellationRequested)
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

        part.StepShare = Math.Max(search.StepShare, ShortestStep);
        return search.Steps;
    }

    private bool Fix(TreeNode part, double[] profit, double offset) =>
        ReducedCostFixing.Fix(Problem.Choices, profit, offset, part.State, incumbent);

    private bool Take(TreeNode part, double bound, Prices prices, double[] share)
    {
        part.Share = share;
        if (bound <= part.Bound)
        {
            (part.Bound, part.Prices) = (bound, prices);
        }

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
