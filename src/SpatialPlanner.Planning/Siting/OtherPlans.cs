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
    private readonly HashSet<int> _forced = [];
    private readonly Dictionary<int, (int[] Columns, long Loss)> _sketches = [];
    private IReadOnlyList<int> _best = [];
    private long? _leastLoss;
    private double _highest = double.NegativeInfinity;
    private bool _isForbidden;

    /// <summary>Begins with what swaps have found.</summary>
    public OtherPlans(PlanState state, IReadOnlyList<SpaceSwap> swaps)
    {
        _state = state;
        foreach (var swap in swaps.Take(1))
        {
            (_best, _leastLoss) = ([.. state.Spaces.Except([swap.Out]).Append(swap.In).Order()], swap.Loss);
        }
    }

    /// <summary>Finds quickly a plan with a space that the plan has not, to be gone on from.</summary>
    /// <param name="space">Space.</param>
    /// <param name="stop">Ends the search.</param>
    public void Sketch(int space, CancellationToken stop)
    {
        if (!stop.IsCancellationRequested && new PlanRebuild(_state.Value, 1, stop).WithSpace(_state.Chosen, space) is { } columns)
        {
            _sketches[space] = (columns, Keep(_state.Value.Of(columns), columns));
        }
    }

    /// <summary>What the best plan known loses that has a space which the plan has not.</summary>
    /// <param name="space">Space.</param>
    /// <param name="stop">Ends the search; then it is the sketch's loss.</param>
    public (long? Loss, bool IsProved) WithForced(int space, CancellationToken stop)
    {
        var sketch = _sketches.GetValueOrDefault(space);
        if (stop.IsCancellationRequested)
        {
            return (sketch.Columns is null ? null : sketch.Loss, false);
        }

        var rules = _state.Columns.Choices.Rules;
        var spaces = rules.Spaces.Select((s, at) => at == space ? s with { IsRequired = true } : s).ToList();
        _forced.Add(space);
        return Solve(new SpaceChoices(rules with { Spaces = spaces }), null, sketch.Columns, double.PositiveInfinity, stop);
    }

    /// <summary>Looks for plans without each of the plan's spaces.</summary>
    /// <param name="stop">Ends the search.</param>
    public void Forbid(CancellationToken stop)
    {
        foreach (var leaving in _state.Spaces)
        {
            ColumnState[] without = [.. _state.Columns.Columns.Select(c => c.Space == leaving ? ColumnState.Out : ColumnState.Free)];

            // Nothing that loses more than the best known matters: the search ends when its bound says so.
            _ = Solve(_state.Columns.Choices, without, null, _leastLoss ?? double.PositiveInfinity, stop);
        }

        _isForbidden = !stop.IsCancellationRequested;
    }

    /// <summary>The best plan of other spaces that is known, after each of the plan's was forbidden and each other forced.</summary>
    public OtherPlan? Best()
    {
        var isWhole = _isForbidden && _forced.Count == _state.Columns.Problem.Spaces.Count - _state.Spaces.Length;
        return _leastLoss is { } loss ? new OtherPlan(_best, loss, isWhole && _highest < _state.Objective - loss + 1) : null;
    }

    private (long? Loss, bool IsProved) Solve(Choices choices, ColumnState[]? states, int[]? start, double enough, CancellationToken stop)
    {
        if (stop.IsCancellationRequested)
        {
            _highest = double.PositiveInfinity;
            return (null, false);
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var watch = new Watch(_state.Objective - enough, end);
        var result = SitingSolver.Solve(
            _state.Model.Siting with { Choices = choices, Fixed = states, Start = start }, new SitingOptions(MostNodes: MostNodes), watch, end.Token);
        if (result.Status == SitingStatus.Infeasible)
        {
            return (null, true);
        }

        _highest = Math.Max(_highest, watch.IsHopeless ? _state.Objective - enough : result.Bound);
        if (result.Status == SitingStatus.NoAnswer)
        {
            return (null, false);
        }

        return (Keep(result.Objective, result.Columns), result.Status == SitingStatus.Optimal);
    }

    // Takes a plan as the alternative if its spaces are others and it loses less than the one before.
    private long Keep(long objective, int[] columns)
    {
        var loss = Math.Max(0, _state.Objective - objective);
        var spaces = columns.Select(c => _state.Columns.Columns[c].Space).Distinct().Order().ToList();
        if ((_leastLoss is null || loss < _leastLoss) && !spaces.SequenceEqual(_state.Spaces))
        {
            (_best, _leastLoss) = (spaces, loss);
        }

        return loss;
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
