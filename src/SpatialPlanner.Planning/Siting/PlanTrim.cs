namespace SpatialPlanner.Planning.Siting;

/// <summary>Takes out of a plan what costs money and gains nobody anything: among plans as good a solver gives any.</summary>
public static class PlanTrim
{
    /// <summary>The plan without rooms that nothing is lost without, the dearest first. What the question requires stays.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="question">The question.</param>
    /// <param name="outcome">The plan.</param>
    public static PlanOutcome Of(PlanProblem problem, PlanQuestion question, PlanOutcome outcome)
    {
        if (question.TargetShare is not null || outcome.Rooms.Count == 0)
        {
            return outcome;
        }

        var state = new PlanState(problem, question, outcome);
        var (columns, chosen) = (state.Columns, state.Chosen.ToList());
        foreach (var column in state.Chosen.OrderByDescending(c => columns.Columns[c].Cost).ThenBy(c => c))
        {
            int[] rest = [.. chosen.Where(c => c != column)];
            if (state.Value.Added(column, rest) == 0 && PlanState.SetOf(columns.Choices, rest).IsComplete && state.MeetsFloors(rest))
            {
                chosen.Remove(column);
            }
        }

        return chosen.Count == outcome.Rooms.Count
            ? outcome : state.Model.OutcomeOf(outcome.Status, outcome.Objective, outcome.Bound, chosen);
    }
}
