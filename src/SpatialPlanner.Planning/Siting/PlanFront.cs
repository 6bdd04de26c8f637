using SpatialPlanner.Engine.Siting;

namespace SpatialPlanner.Planning.Siting;

/// <summary>
/// The plans among which money, coverage and the worst community have to be weighed. The knees of cost and coverage are found by
/// dichotomy (Cohon 1978; Aneja and Nair 1979): between two plans the search asks for the best one at the exchange of money
/// for coverage that the two imply, and either finds a plan above their line or proves that there is none. Between the knees stand plans of budgets; plans of
/// floors lift the worst community.
/// </summary>
public sealed class PlanFront
{
    private const int MostPoints = 40;
    private const int BudgetsBetween = 12;
    private const long FairerNodes = 100;
    private readonly PlanProblem _problem;
    private readonly PlanQuestion _question;
    private readonly PlanModel _model;
    private readonly PlanValue _value;
    private readonly IProgress<SitingProgress>? _progress;
    private readonly CancellationToken _stop;
    private readonly Dictionary<long, PlanFrontPoint> _points = [];
    private readonly HashSet<long> _knees = [];
    private readonly List<int[]> _found = [];

    private PlanFront(PlanProblem problem, PlanQuestion question, IProgress<SitingProgress>? progress, CancellationToken stop)
    {
        (_problem, _progress, _stop) = (problem, progress, stop);
        _question = question with { TargetShare = null, YearBudgetsCny = [] };
        _model = new PlanModel(problem, _question);
        _value = new PlanValue(_model);
    }

    /// <summary>Finds the front.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="question">The question; its budget is the most that a plan may cost, its years and its target do not count.</param>
    /// <param name="progress">Hears of each plan: its cost as the stage's node, its gain and bound; may be null.</param>
    /// <param name="stop">Ends the search with the points so far.</param>
    /// <returns>The points, rising in cost.</returns>
    public static IReadOnlyList<PlanFrontPoint> Find(
        PlanProblem problem, PlanQuestion question, IProgress<SitingProgress>? progress, CancellationToken stop)
    {
        var front = new PlanFront(problem, question, progress, stop);
        front.Run();
        return front.Best();
    }

    private void Run()
    {
        if (OfBudget(_question.BudgetCny) is not { } richest)
        {
            return;
        }

        // The poorest plan: nothing at all, or the least that what is required costs.
        var poorest = OfBudget(_model.Columns.Choices.LeastRequired().Cost) ?? richest;
        foreach (var end in new[] { poorest, richest })
        {
            _ = end.Bound <= end.Gain && _knees.Add(end.CostCny);
        }

        FindKnees(poorest, richest);

        Between();
        Fairer(richest);
    }

    private void FindKnees(PlanFrontPoint poorest, PlanFrontPoint richest)
    {
        var exchange = PlanExchange.Of(_value);
        var open = new Queue<(PlanFrontPoint Left, PlanFrontPoint Right)>();
        open.Enqueue((poorest, richest));
        while (exchange is not null && open.TryDequeue(out var pair) && !_stop.IsCancellationRequested && _points.Count < MostPoints)
        {
            var (money, gain) = (pair.Right.CostCny - pair.Left.CostCny, pair.Right.Gain - pair.Left.Gain);
            if (money <= 0 || gain <= 0)
            {
                continue;
            }

            var (columns, isProved) = exchange.Best(money, gain, _found, _question.Seed, _stop);
            var (cost, worth) = (_model.CostOf(columns), _value.Of(columns));
            var isAbove = ((Int128)worth * money) - ((Int128)cost * gain) > ((Int128)pair.Left.Gain * money) - ((Int128)pair.Left.CostCny * gain);
            if (isAbove && cost > pair.Left.CostCny && cost < pair.Right.CostCny)
            {
                var point = Keep(columns, isProved ? worth : double.PositiveInfinity);
                open.Enqueue((pair.Left, point));
                open.Enqueue((point, pair.Right));
                _ = isProved && _knees.Add(cost);
            }
        }
    }

    // Plans of budgets in the widest gaps that the knees leave.
    private void Between()
    {
        for (var k = 0; k < BudgetsBetween && _points.Count < MostPoints && !_stop.IsCancellationRequested; k++)
        {
            var costs = _points.Keys.Order().ToList();
            var widest = Enumerable.Range(1, Math.Max(0, costs.Count - 1)).OrderByDescending(i => costs[i] - costs[i - 1]).FirstOrDefault();
            if (widest == 0 || OfBudget((costs[widest] + costs[widest - 1]) / 2) is not { } point || costs.Contains(point.CostCny))
            {
                return;
            }
        }
    }

    // Plans that leave no community under a share, as high as can be for the money: halving, since a share that can be met keeps the lower ones.
    private void Fairer(PlanFrontPoint richest)
    {
        var (low, high) = (richest.WorstShare, 1.0);
        for (var k = 0; k < 6 && high - low > 0.005 && !_stop.IsCancellationRequested; k++)
        {
            var share = (low + high) / 2;
            var question = _question with { LeastCommunityShare = share };
            var model = new PlanModel(_problem, question);
            var outcome = PlanSolver.Solve(model, new SitingOptions(question.Seed, Math.Max(question.GapGoal, 1e-3), FairerNodes), null, _stop);
            if (outcome.Rooms.Count == 0)
            {
                high = share;
                continue;
            }

            var point = Keep(_model.ColumnsOf(outcome), outcome.Bound);
            low = Math.Max(share, point.WorstShare);
        }
    }

    private PlanFrontPoint? OfBudget(long? budget)
    {
        var model = new PlanModel(_problem, _question with { BudgetCny = budget });
        var outcome = PlanSolver.Solve(model, PlanSolver.OptionsOf(_question), null, _stop);
        return outcome.Status is SitingStatus.Infeasible or SitingStatus.NoAnswer ? null : Keep(_model.ColumnsOf(outcome), outcome.Bound);
    }

    private PlanFrontPoint Keep(int[] columns, double bound)
    {
        _found.Add(columns);
        var (cost, gain) = (_model.CostOf(columns), _value.Of(columns));
        var rooms = columns.Select(c => _model.Columns.Room[c]).Order().ToList();
        var (share, community) = WorstCommunity.Of(_problem, _question, _model, rooms);
        var point = new PlanFrontPoint(cost, gain, Math.Max(gain, bound), share, community, rooms, false);
        _progress?.Report(new SitingProgress("pareto", gain, bound, cost));
        if (!_points.TryGetValue(cost, out var other) || (gain, share).CompareTo((other.Gain, other.WorstShare)) > 0)
        {
            _points[cost] = point;
        }

        return point;
    }

    // Those that no other beats in all three; a bound of a dearer plan holds for a cheaper one too.
    private List<PlanFrontPoint> Best()
    {
        var all = _points.Values.OrderBy(p => p.CostCny).ToList();
        var bound = double.PositiveInfinity;
        for (var k = all.Count - 1; k >= 0; k--)
        {
            bound = Math.Min(bound, all[k].Bound);
            all[k] = all[k] with { Bound = Math.Max(bound, all[k].Gain), IsKnee = _knees.Contains(all[k].CostCny) };
        }

        return [.. all.Where(p => !all.Any(o => o != p && o.CostCny <= p.CostCny && o.Gain >= p.Gain && o.WorstShare >= p.WorstShare))];
    }
}
