using SpatialPlanner.Engine.Siting;

namespace SpatialPlanner.Data.Locate;

/// <summary>Least cost of ways, of sites, or of both: p-median, capacitated p-median, capacitated facility location.</summary>
internal static class LeastCost
{
    private const long PremiumGrows = 16;

    /// <summary>Finds the answer: with a premium for being served that grows until everybody who must be served is.</summary>
    public static LocateAnswer Find(LocateCase located, LocateSolvers solvers)
    {
        for (var premium = LocateGains.FirstPremium(located); ; premium *= PremiumGrows)
        {
            var gains = LocateGains.Costs(located, premium);
            var result = Solve(located, gains, solvers);
            if (result.Status == SitingStatus.Infeasible)
            {
                return LocateRepairs.OfSpacing(located, solvers);
            }

            if (result.Status == SitingStatus.NoAnswer)
            {
                return LocateAnswers.Unknown(null, solvers.Name);
            }

            var open = LocateAnswers.Open(located, result.Columns);
            open = LocateProblems.NeedsSites(located.Question.Problem) ? LocateAnswers.Filled(located, open) : open;
            var service = gains.Gains.Capacity is null ? LocateService.Nearest(located, open) : LocateService.Assigned(located, gains, open);
            if (service.Units >= located.Needed)
            {
                return Answer(located, gains, result, open, service, solvers);
            }

            if (result.Status != SitingStatus.Optimal || LocateGains.IsTooLarge(located, premium * PremiumGrows))
            {
                return LocateRepairs.OfServing(located, solvers);
            }

            if (LocateRepairs.OfPlaces(located, solvers) is { } none)
            {
                return none;
            }
        }
    }

    private static SitingResult Solve(LocateCase located, LocateGains gains, LocateSolvers solvers)
    {
        var most = LocateProblems.NeedsSites(located.Question.Problem) ? located.MostSites + gains.Others : gains.Gains.ColumnCount;
        var worth = LocateProblems.NeedsSites(located.Question.Problem) ? null : gains.Worth(SiteCosts(located));
        var problem = new SitingProblem(gains.Gains, CoverMost.ChoicesOf(located, gains, most)) { Fixed = gains.Fixed(), Worth = worth };
        return solvers.Gain(problem, most, CoverMost.ConflictsOf(located, gains));
    }

    // Costs of sites in units of costs times weights.
    private static IEnumerable<long> SiteCosts(LocateCase located) => Enumerable.Range(0, located.Table.Sites.Count)
        .Select(s => located.Table.Role[s] == SiteRole.Existing ? 0 : checked(located.Table.FixedCost[s] * located.Table.WeightScale));

    private static LocateAnswer Answer(
        LocateCase located, LocateGains gains, SitingResult result, bool[] open, LocateService service, LocateSolvers solvers)
    {
        var scale = (decimal)located.Table.CostScale * located.Table.WeightScale;
        var sites = LocateProblems.NeedsSites(located.Question.Problem) ? 0m
            : SiteCosts(located).Where((_, s) => open[s]).Sum(c => (decimal)c);
        var isCover = located.Question.Problem == LocateProblem.Lscp;
        var cost = sites + (isCover ? 0 : service.CostOfUnits);
        // A search that was stopped at once knows no bound; no cost is below 0.
        var most = Math.Min(result.Bound + 1e-6, (double)gains.AtWorst);
        var bound = Math.Min(cost, Math.Max(0, gains.AtWorst - (decimal)Math.Floor(most)));
        return LocateAnswers.Found(
            located, bound >= cost ? SitingStatus.Optimal : SitingStatus.Stopped, cost / scale, bound / scale, open, service, result.Nodes, solvers.Name);
    }
}
