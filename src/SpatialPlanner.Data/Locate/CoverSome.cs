using SpatialPlanner.Engine.Siting;

namespace SpatialPlanner.Data.Locate;

/// <summary>
/// Fewest sites that cover a share of the demand: the least number with which maximal covering reaches it, by halving. Where
/// sites have costs of their own, the least cost is sought as a location problem with nothing but costs of sites.
/// </summary>
internal static class CoverSome
{
    /// <summary>Finds the answer.</summary>
    public static LocateAnswer Find(LocateCase located, LocateSolvers solvers)
    {
        if (located.Table.HasFixedCosts)
        {
            return LeastCost.Find(located, solvers);
        }

        var gains = LocateGains.Coverage(located, withNobody: false);
        var required = located.Table.Role.Count(r => r == SiteRole.Required);
        var (low, high, nodes, best, isSure) = (required, located.Candidates, 0L, (int[]?)null, true);
        while (low < high || best is null)
        {
            var sites = best is null ? high : low + ((high - low) / 2);
            var most = sites + located.Existing;
            var result = solvers.Gain(CoverMost.ProblemOf(located, gains, most), most, CoverMost.ConflictsOf(located, gains));
            nodes += result.Nodes;
            if (result.Objective >= located.Needed)
            {
                (high, best) = (Math.Clamp(result.Columns.Length - located.Existing, low, sites), result.Columns);
            }
            else if (best is null)
            {
                return result.Bound < located.Needed ? LocateRepairs.OfSpacing(located, solvers) : LocateAnswers.Unknown(null, solvers.Name);
            }
            else
            {
                // Not reached, and where the bound leaves it open, not proved either.
                isSure &= result.Bound < located.Needed;
                low = sites + 1;
            }
        }

        var open = LocateAnswers.Open(located, best);
        var count = open.Count(o => o) - located.Existing;
        var bound = isSure ? count : Math.Min(count, Math.Max(1, required));
        return LocateAnswers.Found(
            located, bound >= count ? SitingStatus.Optimal : SitingStatus.Stopped, count, bound, open, LocateService.Nearest(located, open), nodes, solvers.Name);
    }
}
