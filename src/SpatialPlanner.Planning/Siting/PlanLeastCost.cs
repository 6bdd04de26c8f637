using SpatialPlanner.Engine.Siting;
using SpatialPlanner.Engine.Siting.Spaces;

namespace SpatialPlanner.Planning.Siting;

/// <summary>
/// The least cost for a required coverage. A budget is enough or it is not, and what is enough stays so with more: the least one
/// is found by halving. A budget is proved too small by a bound of what it can serve, and enough by a plan; the first rounds ask only
/// quick searches and root bounds, the later ones the whole tree. Costs have a greatest common divisor, in whose steps budgets go.
/// </summary>
internal sealed class PlanLeastCost
{
    private readonly PlanQuestion _question;
    private readonly PlanModel _model;
    private readonly long _target;
    private readonly long _step;
    private long _tooLittle;
    private int[]? _best;
    private long _bestCost;

    /// <summary>Prepares the search for a question with a target.</summary>
    public PlanLeastCost(PlanProblem problem, PlanQuestion question)
    {
        _question = question;
        _model = new PlanModel(problem, question);
        var need = Enumerable.Range(0, problem.Services.Count).Where(s => _model.Columns.Asked[s]).Sum(s => problem.Need[s].Sum(n => (long)n));
        _target = (long)Math.Ceiling((question.TargetShare!.Value * need) - 1e-9);
        _step = problem.Rooms.Select(r => r.CostCny).Concat(problem.Spaces.Select(s => s.OpeningCostCny)).Aggregate(0L, Divisor);
        _step = Math.Max(_step, 1);
    }

    /// <summary>Finds the plan; objective and bound are costs, CNY.</summary>
    public PlanOutcome Solve(IProgress<SitingProgress>? progress, CancellationToken stop)
    {
        var most = _question.BudgetCny ?? MostCost();
        _tooLittle = -_step;
        if (_target <= 0 && Try(0, _step, false, stop) is true)
        {
            return Outcome(stop);
        }

        // Everything first: what the whole budget cannot reach no smaller one can.
        var can = Try(most, _step, false, stop);
        if (can is not true)
        {
            var status = can is false ? SitingStatus.Infeasible : SitingStatus.NoAnswer;
            return new PlanOutcome(status, 0, 0, [], []);
        }

        foreach (var quickly in new[] { true, false })
        {
            Halve(quickly, progress, stop);
        }

        return Outcome(stop);
    }

    private void Halve(bool quickly, IProgress<SitingProgress>? progress, CancellationToken stop)
    {
        // A quick search may leave a budget undecided: then the halves meet at budgets that are proved, and the tree has the rest.
        var (low, high) = (_tooLittle / _step, (_bestCost / _step) - 1);
        while (low < high && !stop.IsCancellationRequested)
        {
            progress?.Report(new SitingProgress("least-cost", _bestCost, _tooLittle + _step, 0));
            var middle = low + ((high - low + 1) / 2);
            var answer = Try(middle * _step, _step, quickly, stop);
            if (answer is false)
            {
                low = middle;
            }
            else
            {
                high = Math.Min(middle, (_bestCost + _step - 1) / _step) - 1;
            }

            if (answer is null && !quickly)
            {
                return;
            }
        }
    }

    // True where the budget is enough, false where it is proved too little, null where that stays open.
    private bool? Try(long budget, long step, bool quickly, CancellationToken stop)
    {
        using var decided = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var rules = _model.Columns.Choices.Rules with { Budgets = [budget] };
        var result = SitingSolver.Solve(
            _model.Siting with { Choices = new SpaceChoices(rules) },
            new SitingOptions(_question.Seed, HeuristicOnly: quickly), new Decision(_target, decided), decided.Token);
        if (result.Status is SitingStatus.Optimal or SitingStatus.Stopped && result.Objective >= _target)
        {
            var cost = _model.CostOf(result.Columns);
            if (_best is null || cost < _bestCost)
            {
                (_best, _bestCost) = (result.Columns, cost);
            }

            return true;
        }

        if (result.Status == SitingStatus.Infeasible || (result.Status != SitingStatus.NoAnswer && result.Bound < _target))
        {
            _tooLittle = Math.Max(_tooLittle, budget / step * step);
            return false;
        }

        return null;
    }

    private PlanOutcome Outcome(CancellationToken stop)
    {
        var least = Math.Min(_bestCost, _tooLittle + _step);
        var isProved = least >= _bestCost - (_question.GapGoal * _bestCost);
        return _model.OutcomeOf(isProved ? SitingStatus.Optimal : SitingStatus.Stopped, _bestCost, least, _best!);
    }

    private long MostCost() => _model.Columns.Columns.Sum(c => c.Cost) + _model.Columns.Problem.Spaces.Sum(s => s.OpeningCostCny);

    /// <summary>The greatest common divisor; 0 stands for all.</summary>
    internal static long Divisor(long a, long b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }

    // Ends a search as soon as it has decided whether the target can be met.
    private sealed class Decision(long target, CancellationTokenSource end) : IProgress<SitingProgress>
    {
        public void Report(SitingProgress value)
        {
            if (value.Objective >= target || value.Bound < target)
            {
                end.Cancel();
            }
        }
    }
}
