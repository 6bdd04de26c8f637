using SpatialPlanner.Engine.Siting;

namespace SpatialPlanner.Planning.Siting;

/// <summary>Finds which idle spaces become which services, and proves how good that is.</summary>
public static class PlanSolver
{
    /// <summary>Finds the plan: the most need for the money, or the least money for the need where the question has a target.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="question">The question; without a fault.</param>
    /// <param name="progress">Hears of better plans and bounds; may be null.</param>
    /// <param name="stop">Ends the search with the best plan so far; nothing is thrown.</param>
    public static PlanOutcome Solve(
        PlanProblem problem, PlanQuestion question, IProgress<SitingProgress>? progress, CancellationToken stop) =>
        question.TargetShare is null
            ? Solve(new PlanModel(problem, question), OptionsOf(question), progress, stop)
            : new PlanLeastCost(problem, question).Solve(progress, stop);

    /// <summary>Solves a model as it is.</summary>
    internal static PlanOutcome Solve(PlanModel model, SitingOptions options, IProgress<SitingProgress>? progress, CancellationToken stop) =>
        model.Floors.Any(f => f.InReach < f.Served.Least)
            ? new PlanOutcome(SitingStatus.Infeasible, 0, 0, [], [])
            : model.Outcome(PlanSearch.Run(model, options, progress, stop));

    /// <summary>How hard a question asks to search.</summary>
    internal static SitingOptions OptionsOf(PlanQuestion question) =>
        new(question.Seed, question.GapGoal, HeuristicOnly: question.Method == PlanMethod.Heuristic);
}
