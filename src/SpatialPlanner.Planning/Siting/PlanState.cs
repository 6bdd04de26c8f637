using SpatialPlanner.Engine.Siting;

namespace SpatialPlanner.Planning.Siting;

/// <summary>A plan and its model, as the parts of a review share them.</summary>
internal sealed class PlanState
{
    /// <summary>Takes up a plan.</summary>
    public PlanState(PlanProblem problem, PlanQuestion question, PlanOutcome outcome)
    {
        Model = new PlanModel(problem, question);
        Value = new PlanValue(Model);
        Chosen = Model.ColumnsOf(outcome);
        Objective = Value.Of(Chosen);
        Spaces = [.. Chosen.Select(c => Columns.Columns[c].Space).Distinct().Order()];
        RoomOrder = [.. outcome.Rooms.Zip(outcome.Year).Select(r => Chosen.First(c => (Columns.Room[c], Columns.Columns[c].Year) == (r.First, r.Second)))];
    }

    /// <summary>The model.</summary>
    public PlanModel Model { get; }

    /// <summary>The rooms that could be.</summary>
    public PlanColumns Columns => Model.Columns;

    /// <summary>What sets of rooms gain.</summary>
    public PlanValue Value { get; }

    /// <summary>The columns of the plan, rising.</summary>
    public int[] Chosen { get; }

    /// <summary>The columns of the plan in the order of the outcome's rooms.</summary>
    public int[] RoomOrder { get; }

    /// <summary>What the plan gains.</summary>
    public long Objective { get; }

    /// <summary>The spaces of the plan, rising.</summary>
    public int[] Spaces { get; }

    /// <summary>The columns of the plan in one space.</summary>
    public IEnumerable<int> In(int space) => Chosen.Where(c => Columns.Columns[c].Space == space);

    /// <summary>The columns of the plan outside of one space.</summary>
    public int[] Without(int space) => [.. Chosen.Where(c => Columns.Columns[c].Space != space)];

    /// <summary>A set of some columns, in which others can be tried.</summary>
    public static ChosenSet SetOf(Choices choices, IEnumerable<int> columns)
    {
        var set = choices.Begin();
        foreach (var c in columns)
        {
            set.Add(c);
        }

        return set;
    }

    /// <summary>True where a set serves all that floors ask for.</summary>
    public bool MeetsFloors(IReadOnlyCollection<int> columns)
    {
        if (Model.Floors.Count == 0)
        {
            return true;
        }

        // With everything settled the solver has only to judge the set.
        var states = new ColumnState[Columns.Columns.Length];
        Array.Fill(states, ColumnState.Out);
        foreach (var c in columns)
        {
            states[c] = ColumnState.In;
        }

        return SitingSolver.Solve(Model.Siting with { Fixed = states }, new SitingOptions()).Status == SitingStatus.Optimal;
    }
}
