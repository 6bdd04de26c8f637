using SpatialPlanner.Data;
using SpatialPlanner.Engine.Siting;
using SpatialPlanner.Planning.Siting;
using SpatialPlanner.Server.Api;

namespace SpatialPlanner.Server.Siting;

/// <summary>Tells a job how a search goes, and keeps the steps for whoever comes later.</summary>
/// <param name="job">The job.</param>
/// <param name="clock">Tells how long it takes.</param>
/// <param name="unit">What the search counts one of: a fraction of a person, or CNY.</param>
internal sealed class SearchTrace(IProgress<Progress> job, TimeProvider clock, double unit) : IProgress<SitingProgress>
{
    private const long ApartMs = 20;
    private readonly Lock gate = new();
    private readonly long began = clock.GetTimestamp();
    private readonly List<SearchStep> steps = [];

    /// <summary>Seconds since it began.</summary>
    public double Seconds => Math.Round(clock.GetElapsedTime(began).TotalSeconds, 3);

    /// <summary>The steps so far.</summary>
    public IReadOnlyList<SearchStep> Steps
    {
        get
        {
            lock (gate)
            {
                return [.. steps];
            }
        }
    }

    /// <summary>What the objective of a question counts: people by weight and priority, or money where it has a target.</summary>
    public static double UnitOf(PlanQuestion question) => question.TargetShare is null ? PlanProblem.ValueOfOne : 1;

    /// <inheritdoc/>
    public void Report(SitingProgress value)
    {
        var (objective, bound) = (value.Objective / unit, Finite(value.Bound / unit));
        Keep(new SearchStep((long)clock.GetElapsedTime(began).TotalMilliseconds, value.Stage, Rounded.Milli(objective), Rounded.Milli(bound)));
        job.Report(new Progress(value.Stage, value.Nodes) { Search = new SearchProgress(objective, bound, value.Nodes) });
    }

    /// <summary>The last step: what was found in the end.</summary>
    public void End(double objective, double bound) =>
        Keep(new SearchStep((long)(Seconds * 1000), "done", Rounded.Milli(objective), Rounded.Milli(Finite(bound))));

    private static double? Finite(double? value) => value is { } v && double.IsFinite(v) ? v : null;

    // Steps that come faster than anybody can see are one.
    private void Keep(SearchStep step)
    {
        lock (gate)
        {
            if (steps.Count > 0 && steps[^1] is var last && last.Objective == step.Objective && last.Bound == step.Bound)
            {
                return;
            }

            if (steps.Count > 1 && step.Ms - steps[^1].Ms < ApartMs)
            {
                steps[^1] = step;
            }
            else
            {
                steps.Add(step);
            }
        }
    }
}

/// <summary>The best and the bound at a moment of a search.</summary>
/// <param name="Ms">Milliseconds since it began.</param>
/// <param name="Stage">What was being done.</param>
/// <param name="Objective">The best so far, or null.</param>
/// <param name="Bound">The bound, or null.</param>
internal sealed record SearchStep(long Ms, string Stage, double? Objective, double? Bound);
