using SpatialPlanner.Engine.Siting;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Locate;

/// <summary>What was found, in units of the input.</summary>
/// <param name="Status">How the search ended.</param>
/// <param name="Objective">Number or cost of sites, weight covered, weighted distance, radius or least distance; null where there is no answer.</param>
/// <param name="Bound">No choice is better than this; null where nothing is known.</param>
/// <param name="Sites">The chosen sites, as their places in the table, rising; those that stand already are not among them.</param>
/// <param name="Served">Who is served by what, by demand.</param>
/// <param name="Nodes">Nodes of the search tree.</param>
/// <param name="Method">Who solved it: <c>own</c>, <c>heuristic</c>, or the program's name and version.</param>
/// <param name="Problem">Why there is no answer, or null.</param>
/// <param name="Repairs">For a question without an answer: the smallest changes that would give it one.</param>
public sealed record LocateAnswer(
    SitingStatus Status, decimal? Objective, decimal? Bound, IReadOnlyList<int> Sites, IReadOnlyList<ServedDemand> Served, long Nodes,
    string Method, LocalText? Problem, IReadOnlyList<LocalText> Repairs)
{
    /// <summary>Cost 1 of the input, as the costs of those served have it.</summary>
    public long CostScale { get; init; } = 1;

    /// <summary>Weight served, in units of the table's scale; a demand with several sites counts once.</summary>
    public long ServedUnits { get; init; }

    /// <summary>Distance between objective and bound as a share of the larger; 0 where it is proved best, null without both.</summary>
    public double? Gap => (Objective, Bound) is ({ } objective, { } bound)
        ? objective == bound ? 0 : (double)(Math.Abs(objective - bound) / Math.Max(Math.Abs(objective), Math.Abs(bound))) : null;

    /// <summary>The status in a word: <c>optimal</c>, <c>feasible</c>, <c>infeasible</c> or <c>unknown</c>.</summary>
    public string Word => Status switch
    {
        SitingStatus.Optimal => "optimal",
        SitingStatus.Stopped => "feasible",
        SitingStatus.Infeasible => "infeasible",
        _ => "unknown",
    };
}
