namespace SpatialPlanner.Engine.Siting;

/// <summary>Searches good sets without a proof and offers them to the incumbent.</summary>
internal abstract class SetSearch
{
    /// <summary>The search that suits a problem.</summary>
    public static SetSearch Of(SitingProblem whole, ReducedProblem problem, Incumbent incumbent, Random random, CancellationToken stop) =>
        problem.Gains.Capacity is null
            ? new SwapSearch(whole, problem, incumbent, random, stop)
            : new LimitedSearch(whole, problem, incumbent, random, stop);

    /// <summary>Builds sets from nothing and improves them.</summary>
    public abstract void Begin();

    /// <summary>Completes and improves a set that a relaxation suggests.</summary>
    /// <param name="share">How much of each column the relaxation has on average.</param>
    public abstract void From(ReadOnlySpan<double> share);

    /// <summary>Changes the best set known by lot and improves it, many times.</summary>
    /// <param name="rounds">Number of rounds.</param>
    public abstract void Iterate(int rounds);
}
