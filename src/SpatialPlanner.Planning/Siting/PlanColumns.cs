using SpatialPlanner.Engine.Siting.Spaces;

namespace SpatialPlanner.Planning.Siting;

/// <summary>The rooms that a question leaves open, as columns of the solver: a room in each year in which it could be built.</summary>
internal sealed class PlanColumns
{
    /// <summary>Takes the rooms of a problem that a question allows.</summary>
    public PlanColumns(PlanProblem problem, PlanQuestion question)
    {
        (Problem, Question, Locks) = (problem, question, PlanLocks.Of(problem, question));
        Years = Math.Max(1, question.YearBudgetsCny.Count);
        Asked = [.. problem.Services.Select(s => question.Services?.Contains(s) != false && question.Weights.GetValueOrDefault(s, 1) > 0)];
        var kept = Kept();
        var columns = new List<(SpaceColumn Column, int Room)>();
        foreach (var r in kept)
        {
            var room = problem.Rooms[r];
            for (var y = Math.Max(0, problem.Spaces[room.Space].FirstYear); y < Years; y++)
            {
                columns.Add((new SpaceColumn(room.Space, room.Service, room.AreaDm2, room.CostCny, y), r));
            }
        }

        var sorted = columns.OrderBy(c => (c.Column.Space, c.Column.Year, c.Column.Service, c.Room)).ToList();
        (Columns, Room) = ([.. sorted.Select(c => c.Column)], [.. sorted.Select(c => c.Room)]);
        Choices = new SpaceChoices(RulesOf(Columns));
        ByService = new int[problem.Services.Count * problem.Spaces.Count][];
        foreach (var slot in Enumerable.Range(0, Columns.Length).GroupBy(c => SlotOf(Columns[c])))
        {
            ByService[slot.Key] = [.. slot];
        }
    }

    /// <summary>The problem.</summary>
    public PlanProblem Problem { get; }

    /// <summary>The question.</summary>
    public PlanQuestion Question { get; }

    /// <summary>Its locks.</summary>
    public PlanLocks Locks { get; }

    /// <summary>Number of years, 1 without phases.</summary>
    public int Years { get; }

    /// <summary>True for each service that is asked for.</summary>
    public bool[] Asked { get; }

    /// <summary>The columns, in the order of space, year, service.</summary>
    public SpaceColumn[] Columns { get; }

    /// <summary>Room of each column.</summary>
    public int[] Room { get; }

    /// <summary>Which sets of columns are allowed.</summary>
    public SpaceChoices Choices { get; }

    /// <summary>People that the room of a column can serve, or null where that is not counted.</summary>
    public long? CapacityOf(int column) => Question.CountCapacity ? Problem.Rooms[Room[column]].CapacityPeople : null;

    /// <summary>Columns of a service in a space, rising; none where it cannot be there.</summary>
    public ReadOnlySpan<int> Of(int space, int service) => ByService[(space * Problem.Services.Count) + service];

    private int[]?[] ByService { get; }

    private int SlotOf(SpaceColumn column) => (column.Space * Problem.Services.Count) + column.Service;

    // Without capacities a larger room gains nothing over a smaller one; with them, nothing beyond the need in reach.
    private IEnumerable<int> Kept()
    {
        var allowed = Enumerable.Range(0, Problem.Rooms.Count).Where(IsAllowed);
        foreach (var options in allowed.GroupBy(r => (Problem.Rooms[r].Space, Problem.Rooms[r].Service)))
        {
            var rooms = options.ToList();
            var reached = Question.CountCapacity ? Reached(options.Key.Space, options.Key.Service) : 0;
            foreach (var r in rooms)
            {
                if (!rooms.Any(o => o != r && IsAtLeastAsGood(o, r, reached)))
                {
                    yield return r;
                }
            }
        }
    }

    private bool IsAllowed(int r)
    {
        var room = Problem.Rooms[r];
        return Asked[room.Service] && !Locks.NotSpace[room.Space] && (Locks.NotServices[room.Space] >> room.Service & 1) == 0
            && (Question.Extend || !Problem.Spaces[room.Space].IsExtension);
    }

    private long Reached(int space, int service)
    {
        var sum = 0L;
        foreach (var b in Problem.Reach[service].Columns(space))
        {
            sum += Problem.Need[service][b];
        }

        return sum;
    }

    private bool IsAtLeastAsGood(int a, int b, long reached)
    {
        var (one, other) = (Problem.Rooms[a], Problem.Rooms[b]);
        var (gives, given) = (Math.Min(one.CapacityPeople ?? reached, reached), Math.Min(other.CapacityPeople ?? reached, reached));
        return one.AreaDm2 <= other.AreaDm2 && one.CostCny <= other.CostCny && gives >= given
            && ((one.AreaDm2, one.CostCny, -gives) != (other.AreaDm2, other.CostCny, -given) || a < b);
    }

    private SpaceRules RulesOf(SpaceColumn[] columns) => new(
        [.. Problem.Spaces.Select((s, at) => new CandidateSpace(s.FloorAreaDm2, s.OpeningCostCny, s.Group)
        {
            IsRequired = Locks.MustSpace[at],
            RequiredServices = Locks.MustServices[at],
        })],
        columns, Problem.NotWith)
    {
        Budgets = Question.YearBudgetsCny.Count > 0 ? Question.YearBudgetsCny : [Question.BudgetCny ?? SpaceRules.NoBound],
        CarryOver = Question.CarryOver,
        SpaceBudget = Question.SiteBudgetCny ?? SpaceRules.NoBound,
        MostSpaces = Question.MaxSites ?? int.MaxValue,
        LeastPerGroup = Question.LeastPerSubdistrict,
    };
}
