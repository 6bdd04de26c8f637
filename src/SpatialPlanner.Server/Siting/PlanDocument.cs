using SpatialPlanner.Data.Results.Siting;
using SpatialPlanner.Engine.Siting;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Siting;

namespace SpatialPlanner.Server.Siting;

/// <summary>A plan with its question and how it was found.</summary>
/// <param name="Fingerprint">Of the data.</param>
/// <param name="Question">The question with every default.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Warnings">What a reader of the plan should know.</param>
/// <param name="Trace">The best and the bound over time.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record PlanDocument(
    string Fingerprint, PlanQuestion Question, PlanAnswer Plan, IReadOnlyList<LocalText> Warnings, IReadOnlyList<SearchStep> Trace,
    double Seconds)
{
    public static PlanDocument Of(string fingerprint, PlanQuestion question, SitingAnswer answer, SearchTrace trace)
    {
        var plan = answer.Plan;
        if (plan.Status is SitingStatus.Optimal or SitingStatus.Stopped)
        {
            trace.End(plan.Objective, plan.Bound);
        }

        return new(fingerprint, question, plan, answer.Case.Warnings, trace.Steps, trace.Seconds);
    }
}

/// <summary>Plans that no other beats in cost, coverage and worst community.</summary>
/// <param name="Fingerprint">Of the data.</param>
/// <param name="Question">The question with every default.</param>
/// <param name="Points">The plans by cost.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record FrontDocument(string Fingerprint, PlanQuestion Question, IReadOnlyList<ParetoPoint> Points, double Seconds);
