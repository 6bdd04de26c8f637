namespace SpatialPlanner.Engine.Siting;

/// <summary>How a search ended.</summary>
public enum SitingStatus
{
    /// <summary>Proved: nothing better exists (or nothing better by more than the gap that was asked for).</summary>
    Optimal,

    /// <summary>Stopped before the proof; the set is the best found and the bound says how much better one could be.</summary>
    Stopped,

    /// <summary>Proved: no set meets the conditions.</summary>
    Infeasible,

    /// <summary>Stopped before any set was found.</summary>
    NoAnswer,
}

/// <summary>The best set found and what is proved about it.</summary>
/// <param name="Status">How the search ended.</param>
/// <param name="Objective">What the set gains; 0 where there is none.</param>
/// <param name="Bound">Nothing allowed gains more than this.</param>
/// <param name="Columns">The chosen columns, rising.</param>
/// <param name="Nodes">Nodes of the search tree.</param>
public sealed record SitingResult(SitingStatus Status, long Objective, double Bound, int[] Columns, long Nodes)
{
    /// <summary>How far the bound lies above the objective, as a share of the bound; 0 where the set is proved best.</summary>
    public double Gap => Bound <= Objective ? 0 : (Bound - Objective) / Math.Max(Math.Abs(Bound), 1);
}

/// <summary>How far a search has come.</summary>
/// <param name="Stage">presolve, greedy, swap, bound, tree.</param>
/// <param name="Objective">The best set so far, or null.</param>
/// <param name="Bound">The bound so far, or null.</param>
/// <param name="Nodes">Nodes of the search tree so far.</param>
public readonly record struct SitingProgress(string Stage, long? Objective, double? Bound, long Nodes);
