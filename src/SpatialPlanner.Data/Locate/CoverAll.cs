using SpatialPlanner.Engine.Siting;
using SpatialPlanner.Engine.Siting.Covering;

namespace SpatialPlanner.Data.Locate;

/// <summary>The fewest, or least costly, sites that cover all demand: a set covering problem.</summary>
internal static class CoverAll
{
    /// <summary>The covering problem of a case.</summary>
    /// <param name="located">The case.</param>
    /// <param name="countSites">True to count each site as 1, also those that stand.</param>
    public static SetCoverProblem ProblemOf(LocateCase located, bool countSites = false)
    {
        var need = new int[located.Demands.Length];
        Array.Fill(need, located.Question.Backup);
        return new SetCoverProblem(located.First, located.Site, located.Table.Sites.Count)
        {
            Need = need,
            Fixed = located.Fixed,
            Conflicts = located.Conflicts,
            Cost = countSites ? null : CostOf(located),
        };
    }

    /// <summary>Cost of each site: its own where the table has costs, else 1; what stands costs nothing.</summary>
    public static long[] CostOf(LocateCase located)
    {
        var table = located.Table;
        return [.. Enumerable.Range(0, table.Sites.Count).Select(s => table.Role[s] == SiteRole.Existing ? 0 : table.HasFixedCosts ? table.FixedCost[s] : 1)];
    }

    /// <summary>Cost of sites in units of the input.</summary>
    public static decimal Cost(LocateCase located, long cost) => located.Table.HasFixedCosts ? located.Costs(cost) : cost;

    /// <summary>Finds the answer.</summary>
    public static LocateAnswer Find(LocateCase located, LocateSolvers solvers)
    {
        var result = solvers.Cover(ProblemOf(located));
        if (result.Status == SitingStatus.Infeasible)
        {
            return LocateRepairs.OfSpacing(located, solvers);
        }

        if (result.Status == SitingStatus.NoAnswer)
        {
            return LocateAnswers.Unknown(Cost(located, result.Bound), solvers.Name);
        }

        var open = LocateAnswers.Open(located, result.Columns);
        return LocateAnswers.Found(
            located, result.Status, Cost(located, result.Cost), Cost(located, result.Bound), open, LocateService.Nearest(located, open), result.Nodes, solvers.Name);
    }
}
