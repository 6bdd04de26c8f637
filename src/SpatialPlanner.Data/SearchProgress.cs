namespace SpatialPlanner.Data;

/// <summary>How far a search for the best has come: work that can be stopped at any time and then gives the best so far.</summary>
/// <param name="Objective">Value of the best so far, or null before there is one.</param>
/// <param name="Bound">Nothing is better than this; null before that is known.</param>
/// <param name="Nodes">Nodes of the search tree so far.</param>
public readonly record struct SearchProgress(double? Objective, double? Bound, long Nodes)
{
    /// <summary>How far the best lies from the bound, as a share of the larger of the two; null before both are known.</summary>
    public double? Gap => (Objective, Bound) is ({ } best, { } bound)
        ? Math.Abs(bound - best) / Math.Max(Math.Max(Math.Abs(bound), Math.Abs(best)), 1e-9) : null;
}
