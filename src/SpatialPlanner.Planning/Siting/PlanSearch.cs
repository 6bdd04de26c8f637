using SpatialPlanner.Engine.Siting;

namespace SpatialPlanner.Planning.Siting;

/// <summary>
/// Solves the model of a plan: first as the solver does by itself for some parts of its tree; where that does not end, the plan is
/// improved by <see cref="PlanRebuild"/>, and with the better plan the tree goes on to the proof.
/// </summary>
internal sealed class PlanSearch
{
    private const long FirstNodes = 60;
    private readonly PlanModel _model;
    private readonly SitingOptions _options;
    private readonly IProgress<SitingProgress>? _progress;
    private readonly CancellationToken _stop;
    private SitingResult _best;

    private PlanSearch(PlanModel model, SitingOptions options, IProgress<SitingProgress>? progress, CancellationToken stop)
    {
        (_model, _options, _progress, _stop) = (model, options, progress, stop);
        _best = new SitingResult(SitingStatus.NoAnswer, 0, double.PositiveInfinity, [], 0);
    }

    /// <summary>Solves a model.</summary>
    public static SitingResult Run(PlanModel model, SitingOptions options, IProgress<SitingProgress>? progress, CancellationToken stop) =>
        new PlanSearch(model, options, progress, stop).Run();

    private SitingResult Run()
    {
        var first = Math.Min(FirstNodes, _options.MostNodes ?? long.MaxValue);
        _best = SitingSolver.Solve(_model.Siting, _options with { MostNodes = first }, _progress, _stop);
        if (_best.Status != SitingStatus.Stopped || _stop.IsCancellationRequested)
        {
            return _best.Status == SitingStatus.NoAnswer && !_stop.IsCancellationRequested ? Last() : _best;
        }

        Improve();
        var isEnough = _options.HeuristicOnly || _options.MostNodes <= first || _stop.IsCancellationRequested;
        return isEnough ? Judged() : Last();
    }

    private SitingResult Last()
    {
        var before = _best;
        var last = SitingSolver.Solve(_model.Siting with { Start = before.Columns }, _options, _progress, _stop);
        _best = last with { Bound = Math.Min(last.Bound, before.Bound), Nodes = last.Nodes + before.Nodes };
        return last.Status is SitingStatus.Infeasible or SitingStatus.NoAnswer ? last : Judged();
    }

    private SitingResult Judged() => _best with
    {
        Status = _best.Bound - _best.Objective <= _options.GapGoal * Math.Abs(_best.Bound) ? SitingStatus.Optimal : SitingStatus.Stopped,
    };

    private void Improve()
    {
        var rebuild = new PlanRebuild(new PlanValue(_model), _options.Seed, _stop);
        rebuild.Run(_best.Columns, (columns, value) =>
        {
            _best = _best with { Objective = value, Columns = columns };
            _progress?.Report(new SitingProgress("swap", value, _best.Bound, _best.Nodes));
        });
    }
}
