using SpatialPlanner.Engine.Siting;

namespace SpatialPlanner.Planning.Siting;

/// <summary>A question about a plan as the solver takes it, and the way back.</summary>
internal sealed class PlanModel
{
    /// <summary>Makes the model of a question.</summary>
    public PlanModel(PlanProblem problem, PlanQuestion question)
    {
        Columns = new PlanColumns(problem, question);
        var hasFloors = question.LeastCommunityShare is > 0;
        Rows = new PlanRows(Columns, question.CountCapacity || hasFloors || question.TargetShare is not null, hasFloors, question.TargetShare is not null);
        Floors = hasFloors ? PlanFloor.Of(problem, question, Columns.Asked, Rows) : [];
        Siting = new SitingProblem(Rows.Gains, Columns.Choices) { Floors = [.. Floors.Select(f => f.Served)] };
    }

    /// <summary>The rooms.</summary>
    public PlanColumns Columns { get; }

    /// <summary>The need.</summary>
    public PlanRows Rows { get; }

    /// <summary>What each community asks for at least.</summary>
    public IReadOnlyList<PlanFloor> Floors { get; }

    /// <summary>What the solver solves.</summary>
    public SitingProblem Siting { get; }

    /// <summary>The outcome of a search.</summary>
    public PlanOutcome Outcome(SitingResult result) => OutcomeOf(result.Status, result.Objective, result.Bound, result.Columns);

    /// <summary>An outcome of chosen columns.</summary>
    public PlanOutcome OutcomeOf(SitingStatus status, long objective, double bound, IEnumerable<int> columns)
    {
        var rooms = columns.Select(c => (Room: Columns.Room[c], Columns.Columns[c].Year)).Order().ToList();
        return new PlanOutcome(status, objective, bound, [.. rooms.Select(r => r.Room)], [.. rooms.Select(r => r.Year)]);
    }

    /// <summary>The columns of an outcome.</summary>
    public int[] ColumnsOf(PlanOutcome outcome)
    {
        var chosen = outcome.Rooms.Zip(outcome.Year).ToHashSet();
        return [.. Enumerable.Range(0, Columns.Columns.Length).Where(c => chosen.Contains((Columns.Room[c], Columns.Columns[c].Year)))];
    }

    /// <summary>What chosen columns cost, CNY.</summary>
    public long CostOf(IReadOnlyCollection<int> columns) =>
        columns.Sum(c => Columns.Columns[c].Cost) + columns.Select(c => Columns.Columns[c].Space).Distinct().Sum(s => Columns.Problem.Spaces[s].OpeningCostCny);
}
