using SpatialPlanner.Data.Problems;
using SpatialPlanner.Engine.Siting;

namespace SpatialPlanner.Data.Locate;

/// <summary>Answers the classic location problems on a table of costs.</summary>
public static class Locator
{
    /// <summary>Finds the answer, or says why there is none. It ends with the best so far when it is stopped or its time is up.</summary>
    /// <param name="table">Demand, sites and costs.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="progress">Told of better answers and bounds; may be null.</param>
    /// <param name="stop">Stops the search.</param>
    /// <exception cref="InputException">The question cannot be asked of this table.</exception>
    public static LocateAnswer Find(
        LocateTable table, LocateQuestion question, IProgress<SitingProgress>? progress = null, CancellationToken stop = default)
    {
        LocateCheck.Ask(table, question);
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(stop);
        if (question.TimeLimitS is { } seconds)
        {
            clock.CancelAfter(TimeSpan.FromSeconds(seconds));
        }

        var located = LocateCase.Of(question.WholeCosts ? UnitCosts.Of(table) : table, question);
        var solvers = new LocateSolvers(question, progress, clock.Token);
        if (LocateRepairs.WhyNone(located, solvers) is { } none)
        {
            return none;
        }

        return question.Problem switch
        {
            LocateProblem.Lscp => question.CoverShare < 1 ? CoverSome.Find(located, solvers) : CoverAll.Find(located, solvers),
            LocateProblem.PCenter => Centers.Find(located, solvers),
            LocateProblem.Mclp or LocateProblem.CapacitatedMclp => CoverMost.Find(located, solvers),
            LocateProblem.PDispersion => Dispersed.Find(located, solvers),
            _ => LeastCost.Find(located, solvers),
        };
    }
}
