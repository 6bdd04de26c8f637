namespace SpatialPlanner.Planning.Siting;

/// <summary>
/// What a planner can say of a plan: what each part of it is worth, what else could be, and why. Gains and losses are in
/// <see cref="PlanProblem.ValueOfOne"/>; with phases they are sums over the years.
/// </summary>
/// <param name="Spaces">Each chosen space, in the order of the problem.</param>
/// <param name="Rooms">Each room of the outcome, in its order.</param>
/// <param name="Swaps">Changes of one space for another, the least loss first.</param>
/// <param name="Alternative">The best plan of other spaces that is known, or null where there is none.</param>
/// <param name="NotChosen">Each other space of the problem, in its order.</param>
/// <param name="Reserve">Spaces for later, each added to the plan and to those before it.</param>
public sealed record PlanReview(
    IReadOnlyList<SpaceWorth> Spaces, IReadOnlyList<PartWorth> Rooms, IReadOnlyList<SpaceSwap> Swaps, OtherPlan? Alternative,
    IReadOnlyList<SpaceLeftOut> NotChosen, IReadOnlyList<SpaceInReserve> Reserve)
{
    /// <summary>Swaps that are kept.</summary>
    public const int MostSwaps = 10;

    /// <summary>Spaces of the reserve list.</summary>
    public const int MostReserve = 15;

    /// <summary>Reviews a plan. The quick parts are always there; what asks for searches is as complete as the time allows.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="question">The question.</param>
    /// <param name="outcome">The plan.</param>
    /// <param name="stop">Ends the searches.</param>
    public static PlanReview Of(PlanProblem problem, PlanQuestion question, PlanOutcome outcome, CancellationToken stop)
    {
        // A plan of least cost is reviewed as one of most need for the money that it costs.
        var asked = question.TargetShare is null ? question
            : question with { TargetShare = null, BudgetCny = Math.Max(outcome.Objective, question.BudgetCny ?? 0) };
        var state = new PlanState(problem, asked, outcome);
        var (spaces, rooms) = PlanWorth.Of(state);
        var swaps = PlanSwaps.Find(state, MostSwaps, stop);
        var reserve = PlanReserve.Of(state, MostReserve, stop);
        var others = new OtherPlans(state, swaps);
        var notChosen = PlanReasons.Of(state, others, stop);
        others.Forbid(stop);
        return new PlanReview(spaces, rooms, swaps, others.Best(), notChosen, reserve);
    }
}
