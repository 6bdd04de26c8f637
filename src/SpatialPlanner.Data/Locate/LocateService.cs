using SpatialPlanner.Engine.Siting;

namespace SpatialPlanner.Data.Locate;

/// <summary>
/// Who is served by what, given the sites, and what that amounts to: worked out from the pairs of the table alone, so that
/// what a search or another program claims is checked.
/// </summary>
/// <param name="Served">Parts of demands with their sites; what is not served has none.</param>
/// <param name="Units">Weight served.</param>
/// <param name="CostOfUnits">Sum of weights times costs.</param>
/// <param name="Farthest">Largest cost of a pair; with backups of the last site that a demand needs.</param>
internal sealed record LocateService(IReadOnlyList<ServedDemand> Served, long Units, decimal CostOfUnits, long Farthest)
{
    /// <summary>Everybody goes to the nearest sites.</summary>
    /// <param name="located">The case.</param>
    /// <param name="open">True for the sites that stand.</param>
    public static LocateService Nearest(LocateCase located, bool[] open)
    {
        var (served, backup) = (new List<ServedDemand>(), located.Question.Backup);
        var (units, sum, farthest) = (0L, 0m, 0L);
        for (var r = 0; r < located.Demands.Length; r++)
        {
            var (demand, weight) = (located.Demands[r], located.Weight(r));
            var near = Enumerable.Range(located.First[r], located.First[r + 1] - located.First[r])
                .Where(k => open[located.Site[k]]).OrderBy(k => located.Cost[k]).ThenBy(k => located.Site[k]).Take(backup).ToList();
            served.AddRange(near.Select(k => new ServedDemand(demand, located.Site[k], located.Cost[k], weight)));
            if (near.Count < backup)
            {
                served.Add(new ServedDemand(demand, null, 0, weight));
                continue;
            }

            units += weight;
            sum += (decimal)weight * located.Cost[near[0]];
            farthest = Math.Max(farthest, located.Cost[near[^1]]);
        }

        return new LocateService(served, units, sum, farthest);
    }

    /// <summary>Everybody goes where the gains are largest in all, within the places of the sites.</summary>
    /// <param name="located">The case.</param>
    /// <param name="gains">Its gains.</param>
    /// <param name="open">True for the sites that stand.</param>
    public static LocateService Assigned(LocateCase located, LocateGains gains, bool[] open)
    {
        int[] columns = [.. Enumerable.Range(0, gains.Gains.ColumnCount).Where(c => c >= open.Length || open[c])];
        var assignment = Assignment.Find(gains.Gains, columns);
        var served = new List<ServedDemand>();
        var (units, sum, farthest) = (0L, 0m, 0L);
        for (var r = 0; r < located.Demands.Length; r++)
        {
            var left = located.Weight(r);
            for (var k = gains.Gains.First[r]; k < gains.Gains.First[r + 1]; k++)
            {
                var (site, part) = (gains.Gains.Column[k], assignment.Units[k]);
                if (part > 0 && site < open.Length)
                {
                    var cost = CostOf(located, r, site);
                    served.Add(new ServedDemand(located.Demands[r], site, cost, part));
                    (units, sum, farthest, left) = (units + part, sum + ((decimal)part * cost), Math.Max(farthest, cost), left - part);
                }
            }

            if (left > 0)
            {
                served.Add(new ServedDemand(located.Demands[r], null, 0, left));
            }
        }

        return new LocateService(served, units, sum, farthest);
    }

    private static long CostOf(LocateCase located, int row, int site) =>
        located.Cost[Array.IndexOf(located.Site, site, located.First[row], located.First[row + 1] - located.First[row])];
}
