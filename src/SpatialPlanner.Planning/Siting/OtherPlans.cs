using SpatialPlanner.Engine.Siting;
using SpatialPlanner.Engine.Siting.Spaces;

namespace SpatialPlanner.Planning.Siting;

/// <summary>
/// Plans with a space more or a space less. A plan of other spaces either lacks one of the plan's or has one that the plan has not,
/// so the best of all these is the best other plan, and their bounds prove it.
/// </summary>
internal sealed class OtherPlans
{
    private const long MostNodes = 400;
    private readonly PlanState _state;
    private readonly Dictionary<int, (long? Loss, bool IsProved)> _forced = [];
    private IReadOnlyList<int> _best = [];
    private long? _leastLoss;
    private bool _isProved = true;

    /// <summary>Begins with what swaps have found.</summary>
    public OtherPlans(PlanState state, IReadOnlyList<SpaceSwap> swaps)
    {
        _state = state;
        foreach (var swap in swaps.Take(1))
        {
            (_best, _leastLoss) = ([.. state.Spaces.Except([swap.Out]).Append(swap.In).Order()], swap.Loss);
        }
    }

    /// <summary>What the best plan known loses that has a space which the plan has not.</summary>
    /// <param name="space">Space.</param>
    /// <param name="stop">Ends the search.</param>
    public (long? Loss, bool IsProved) WithForced(int space, CancellationToken stop)
    {
        var rules = _state.Columns.Choices.Rules;
        var spaces = rules.Spaces.Select((s, at) => at == space ? s with { IsRequired = true } : s).ToList();
        return _forced[space] = Solve(new SpaceChoices(rules with { Spaces = spaces }), null, double.PositiveInfinity, stop);
    }

    /// <summary>The best plan of other spaces, after all that the plan has not were forced in.</summary>
    /// <param name="stop">Ends the search.</param>
    public OtherPlan? Best(CancellationToken stop)
    {
        foreach (var leaving in _state.Spaces)
        {
            ColumnState[] without = [.. _state.Columns.Columns.Select(c => c.Space == leaving ? ColumnState.Out : ColumnState.Free)];

            // Nothing that loses more than the best known matters: the search ends when its bound says so.
            _isProved &= Solve(_state.Columns.Choices, without, _leastLoss ?? double.PositiveInfinity, stop).IsProved;
        }

        var all = _state.Columns.Problem.Spaces.Count - _state.Spaces.Length;
        var isProved = _isProved && _forced.Count == all && _forced.Values.All(f => f.IsProved);
        return _leastLoss is { } loss ? new OtherPlan(_best, loss, isProved) : null;
    }

    private (long? Loss, bool IsProved) Solve(Choices choices, ColumnState[]? states, double enough, CancellationToken stop)
    {
        if (stop.IsCancellationRequested)
        {
            return (null, false);
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var watch = new Watch(_state.Objective - enough, end);
        var result = SitingSolver.Solve(
            _state.Model.Siting with { Choices = choices, Fixed = states }, new SitingOptions(MostNodes: MostNodes), watch, end.Token);
        if (result.Status is SitingStatus.Infeasible or SitingStatus.NoAnswer)
        {
            return (null, result.Status == SitingStatus.Infeasible || watch.IsHopeless);
        }

        var loss = Math.Max(0, _state.Objective - result.Objective);
        var spaces = result.Columns.Select(c => _state.Columns.Columns[c].Space).Distinct().Order().ToList();
        if ((_leastLoss is null || loss < _leastLoss) && !spaces.SequenceEqual(_state.Spaces))
        {
            (_best, _leastLoss) = (spaces, loss);
        }

        return (loss, result.Status == SitingStatus.Optimal || watch.IsHopeless);
    }

    // Ends a search that can find nothing better than what is known.
    private sealed class Watch(double known, CancellationTokenSource end) : IProgress<SitingProgress>
    {
        public bool IsHopeless { get; private set; }

        public void Report(SitingProgress value)
        {
            if (value.Bound is { } bound && bound <= known)
            {
                IsHopeless = true;
                end.Cancel();
            }
        }
    }
}
