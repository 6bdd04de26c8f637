using SpatialPlanner.Engine.Siting;
using SpatialPlanner.Engine.Siting.Covering;

namespace SpatialPlanner.Data.Locate;

/// <summary>p sites to which the farthest demand is as near as can be.</summary>
internal static class Centers
{
    /// <summary>The problem of a case, with all pairs up to a limit.</summary>
    public static PCenterProblem ProblemOf(LocateCase located, long limit, int sites)
    {
        var (first, site, cost) = located.Pairs(limit);
        return new PCenterProblem(first, site, cost, located.Table.Sites.Count, sites)
        {
            Backup = located.Question.Backup,
            Fixed = located.Fixed,
            Conflicts = located.Conflicts,
        };
    }

    /// <summary>Finds the answer.</summary>
    public static LocateAnswer Find(LocateCase located, LocateSolvers solvers)
    {
        if (solvers.IsProgram)
        {
            throw LocateCheck.Refused(
                "--method", new("p-center 由自带的求解器计算", "p-center is solved by our own search alone"), new("去掉 --method", "leave --method out"));
        }

        var result = PCenter.Solve(ProblemOf(located, located.Limit, located.MostSites), solvers.CoverOptions, solvers.Progress, solvers.Stop);
        if (result.Status == SitingStatus.Infeasible)
        {
            return LocateRepairs.OfSites(located, solvers);
        }

        if (result.Status == SitingStatus.NoAnswer)
        {
            return LocateAnswers.Unknown(located.Costs(result.Bound), solvers.Name);
        }

        var open = LocateAnswers.Filled(located, LocateAnswers.Open(located, result.Sites));
        var service = LocateService.Nearest(located, open);
        return LocateAnswers.Found(
            located, result.Status, located.Costs(service.Farthest), located.Costs(Math.Min(result.Bound, service.Farthest)), open, service, result.Nodes, solvers.Name);
    }
}
