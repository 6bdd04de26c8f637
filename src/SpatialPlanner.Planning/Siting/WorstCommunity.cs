namespace SpatialPlanner.Planning.Siting;

/// <summary>The community that is worst off with a plan.</summary>
internal static class WorstCommunity
{
    /// <summary>The least share covered over communities and the services asked for, and where that is; 1 and -1 where nobody lives.</summary>
    public static (double Share, int Community) Of(PlanProblem problem, PlanQuestion question, PlanModel model, IReadOnlyList<int> rooms)
    {
        var outcome = new PlanOutcome(default, 0, 0, rooms, [.. rooms.Select(_ => 0)]);
        var served = PlanServed.Of(problem, question, outcome).ByBuilding;
        var (least, worst) = (1.0, -1);
        for (var service = 0; service < problem.Services.Count; service++)
        {
            if (!model.Columns.Asked[service])
            {
                continue;
            }

            var covered = problem.Covered[service].ToArray();
            for (var b = 0; b < problem.Community.Length; b++)
            {
                if (problem.Community[b] is var c and >= 0)
                {
                    covered[c] += served[service][b];
                }
            }

            for (var c = 0; c < covered.Length; c++)
            {
                if (problem.Total[service][c] is var total and > 0 && (double)covered[c] / total < least)
                {
                    (least, worst) = ((double)covered[c] / total, c);
                }
            }
        }

        return (least, worst);
    }
}
