namespace SpatialPlanner.Cli.Bench;

/// <summary>What one solver made of one question.</summary>
/// <param name="Case">The city.</param>
/// <param name="Rows">Rows of demand after merging those that the same sites reach.</param>
/// <param name="Entries">Pairs of a row and a site within the limit.</param>
/// <param name="Sites">Sites to choose.</param>
/// <param name="Solver">Who solved.</param>
/// <param name="Status">How it ended: optimal, feasible, or unknown where it had no answer in the time.</param>
/// <param name="Objective">People covered, worked out by our own evaluation.</param>
/// <param name="Bound">Nothing covers more; null where nothing is known.</param>
/// <param name="Seconds">Seconds that it took.</param>
internal sealed record SitingRun(
    SitingCase Case, int Rows, int Entries, int Sites, string Solver, string Status, long? Objective, double? Bound, double Seconds)
{
    /// <summary>Distance from the bound as a share of it.</summary>
    public double? Gap => Objective is { } objective && Bound is { } bound ? Math.Max(0, bound - objective) / Math.Max(1, bound) : null;
}
