namespace SpatialPlanner.Planning.Siting;

/// <summary>Who is served by the rooms of a plan who was not before, when all of it is built.</summary>
/// <param name="NewPeople">People newly served by each room of the outcome, in its order; they add up to all who are.</param>
/// <param name="ByBuilding">For each service, people newly served of each building.</param>
public sealed record PlanServed(long[] NewPeople, int[][] ByBuilding)
{
    /// <summary>Works out who is served.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="question">The question.</param>
    /// <param name="outcome">Its rooms.</param>
    public static PlanServed Of(PlanProblem problem, PlanQuestion question, PlanOutcome outcome)
    {
        var served = new PlanServed(new long[outcome.Rooms.Count], [.. problem.Need.Select(n => new int[n.Length])]);
        if (question.CountCapacity)
        {
            served.FillPlaces(new PlanModel(problem, question), outcome);
        }
        else
        {
            served.FillNearest(problem, outcome);
        }

        return served;
    }

    // Where places are not counted people go to the nearest room of the plan, of two as near to the first.
    private void FillNearest(PlanProblem problem, PlanOutcome outcome)
    {
        for (var service = 0; service < problem.Services.Count; service++)
        {
            var (need, nearest) = (problem.Need[service], new Dictionary<int, (int CostMm, int At)>());
            for (var at = 0; at < outcome.Rooms.Count; at++)
            {
                var room = problem.Rooms[outcome.Rooms[at]];
                if (room.Service != service)
                {
                    continue;
                }

                var buildings = problem.Reach[service].Columns(room.Space);
                var costs = problem.Reach[service].Costs(room.Space);
                for (var k = 0; k < buildings.Length; k++)
                {
                    if (!nearest.TryGetValue(buildings[k], out var best) || costs[k] < best.CostMm)
                    {
                        nearest[buildings[k]] = (costs[k], at);
                    }
                }
            }

            foreach (var (b, (_, at)) in nearest)
            {
                ByBuilding[service][b] = need[b];
                NewPeople[at] += need[b];
            }
        }
    }

    // Where places are counted the plan's own assignment tells who gets one; buildings of a row take theirs in their order.
    private void FillPlaces(PlanModel model, PlanOutcome outcome)
    {
        var (value, chosen) = (new PlanValue(model), model.ColumnsOf(outcome));
        var place = new Dictionary<int, int>();
        for (var at = 0; at < outcome.Rooms.Count; at++)
        {
            place[outcome.Rooms[at]] = at;
        }

        for (var service = 0; service < ByBuilding.Length; service++)
        {
            var (units, gains, need) = (value.Serve(service, chosen).Units, value.GainsOf(service), model.Columns.Problem.Need[service]);
            for (var r = 0; r < gains.RowCount; r++)
            {
                var left = 0L;
                for (var k = gains.First[r]; k < gains.First[r + 1]; k++)
                {
                    left += units[k];
                    if (units[k] > 0)
                    {
                        NewPeople[place[model.Columns.Room[value.ColumnsOf(service)[gains.Column[k]]]]] += units[k];
                    }
                }

                foreach (var b in model.Rows.Buildings[value.RowsOf[service][r]])
                {
                    var taken = (int)Math.Min(left, need[b]);
                    ByBuilding[service][b] = taken;
                    left -= taken;
                }
            }
        }
    }
}
