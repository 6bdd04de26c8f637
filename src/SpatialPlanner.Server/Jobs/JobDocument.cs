using SpatialPlanner.Planning;
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
/// <param name="Result">What it gave; null until it is done.</param>
/// <param name="Problem">Why it failed; null where it did not.</param>
internal sealed record JobDocument(
    string Id, string Kind, JobState State, string? Task, long? Done, long? Total, long? Rows, object? Result,
    JobProblem? Problem);

/// <summary>Why a job failed.</summary>
/// <param name="Status">The HTTP status that a short request would have had.</param>
/// <param name="Detail">What is wrong and what to do.</param>
internal sealed record JobProblem(int Status, LocalText Detail)
{
    public static JobProblem Of(HttpProblem problem) => new(problem.Status, problem.Detail);
}
