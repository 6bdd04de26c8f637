using SpatialPlanner.Engine.Siting;

namespace SpatialPlanner.Data.Locate;

/// <summary>p sites of which the two nearest are as far apart as can be.</summary>
internal static class Dispersed
{
    /// <summary>Finds the answer.</summary>
    public static LocateAnswer Find(LocateCase located, LocateSolvers solvers)
    {
        if (solvers.IsProgram)
        {
            throw LocateCheck.Refused(
                "--method", new("p-dispersion 由自带的求解器计算", "p-dispersion is solved by our own search alone"), new("去掉 --method", "leave --method out"));
        }

        (int Site, long Distance)[][] near = [.. LocateCase.Apart(located.Table, long.MaxValue)];
        var result = Dispersion.Solve(near, located.Fixed, located.MostSites, solvers.Stop);
        if (result.Status == SitingStatus.Infeasible)
        {
            return LocateRepairs.OfSpacing(located, solvers);
        }

        var open = LocateAnswers.Open(located, result.Sites);
        return result.Sites.Length == 0 ? LocateAnswers.Unknown(Millionths(result.Bound), solvers.Name) : LocateAnswers.Found(
            located, result.Status, Millionths(result.Distance), Millionths(result.Bound), open, LocateService.Nearest(located, open), result.Nodes, solvers.Name);
    }

    private static decimal Millionths(long value) => value / (decimal)LocateTable.Millionths;
}
