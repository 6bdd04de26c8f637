using SpatialPlanner.Data.Results.Siting;
using SpatialPlanner.Engine.Siting;
using SpatialPlanner.Planning.Siting;
using SpatialPlanner.Server.Api;
using SpatialPlanner.Server.Jobs;
using SpatialPlanner.Server.Problems;
using SpatialPlanner.Server.Snapshots;

namespace SpatialPlanner.Server.Siting;

/// <summary>
/// <c>/api/v1/siting</c>: the plan and the front of plans as jobs, which keep the best so far when they are stopped. What
/// cannot be asked is refused before a job begins.
/// </summary>
internal static class SitingHandlers
{
    private const double MostSeconds = 3600;

    /// <summary>Finds the plan, a job.</summary>
    public static IResult Find(Question<PlanQuestion> question, Snapshot snapshot, JobStore jobs, TimeProvider clock)
    {
        var (assessment, asked) = (snapshot.Assessment, Checked(snapshot, question.Fields));
        // The same question has the same answer, unless something cut it short.
        return JobHandlers.Accepted(jobs.Start("siting", (job, stop) => snapshot.Plans.Get(
            question.Text,
            () =>
            {
                var trace = new SearchTrace(job, clock, SearchTrace.UnitOf(asked));
                return PlanDocument.Of(snapshot.Fingerprint, asked, SitingAnswer.Find(assessment, asked, trace, stop), trace);
            },
            found => found.Plan.Status == SitingStatus.Optimal && !stop.IsCancellationRequested)));
    }

    /// <summary>Finds the plans that no other beats in cost, coverage and worst community, a job.</summary>
    public static IResult Pareto(Question<PlanQuestion> question, Snapshot snapshot, JobStore jobs, TimeProvider clock)
    {
        var (assessment, asked) = (snapshot.Assessment, Checked(snapshot, question.Fields));
        return JobHandlers.Accepted(jobs.Start("siting_pareto", (job, stop) =>
        {
            var trace = new SearchTrace(job, clock, SearchTrace.UnitOf(asked));
            var points = SitingAnswer.Pareto(assessment, asked, trace, stop);
            return new FrontDocument(snapshot.Fingerprint, asked, points, trace.Seconds);
        }));
    }

    private static PlanQuestion Checked(Snapshot snapshot, PlanQuestion question)
    {
        // Nobody can be sure to come back and stop a search without an end.
        if (question.TimeLimitS is not (> 0 and <= MostSeconds))
        {
            throw HttpProblem.Invalid("time_limit_s", $"在服务器上应大于 0、不超过 {MostSeconds} 秒", $"on a server give more than 0 and at most {MostSeconds} s");
        }

        return SitingAnswer.Fault(snapshot.Assessment, question) is { } fault ? throw ProblemOf(fault) : question;
    }

    /// <summary>A fault of a question as a problem of its field.</summary>
    public static ProblemException ProblemOf(PlanFault fault) =>
        HttpProblem.Invalid(fault.Field, $"{fault.What.Zh}；{fault.Remedy.Zh}", $"{fault.What.En}; {fault.Remedy.En}");
}
