using SpatialPlanner.Data;
using SpatialPlanner.Planning;
using SpatialPlanner.Server.Api;
using SpatialPlanner.Server.Problems;

namespace SpatialPlanner.Server.Jobs;

/// <summary>A job as the API shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What it does.</param>
/// <param name="State">How it stands.</param>
/// <param name="Task">What is being done just now, in English.</param>
/// <param name="Done">Units done.</param>
/// <param name="Total">Units in all; null where nobody knows.</param>
/// <param name="Rows">Rows done, where the units are bytes.</param>
/// <param name="Search">The best so far and the bound, where it searches for the best.</param>
/// <param name="Result">What it gave; null until it is done.</param>
/// <param name="Problem">Why it failed; null where it did not.</param>
internal sealed record JobDocument(
    string Id, string Kind, JobState State, string? Task, long? Done, long? Total, long? Rows, JobSearch? Search,
    object? Result, JobProblem? Problem);

/// <summary>A search for the best under way.</summary>
/// <param name="Objective">Value of the best so far; null before there is one.</param>
/// <param name="Bound">Nothing is better than this; null before that is known.</param>
/// <param name="Gap">Their distance as a share of the larger one; null before both are known.</param>
/// <param name="Nodes">Nodes of the search tree so far.</param>
internal sealed record JobSearch(double? Objective, double? Bound, double? Gap, long Nodes)
{
    public static JobSearch? Of(SearchProgress? search) => search is { } s
        ? new(Rounded.Milli(s.Objective), Rounded.Milli(s.Bound), s.Gap is { } gap ? Math.Round(gap, 6) : null, s.Nodes) : null;
}

/// <summary>Why a job failed.</summary>
/// <param name="Status">The HTTP status that a short request would have had.</param>
/// <param name="Detail">What is wrong and what to do.</param>
internal sealed record JobProblem(int Status, LocalText Detail)
{
    public static JobProblem Of(HttpProblem problem) => new(problem.Status, problem.Detail);
}
