using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Demand;

namespace SpatialPlanner.Planning.Equity;

/// <summary>What communities are ranked by: the share of the old and the young (一老一小) among their people.</summary>
public static class VulnerableShares
{
    /// <summary>
    /// People of all age columns (0–3, 3–6, 6–12, 60–79, 80 and over) by all people, for each area that is a community; 0
    /// elsewhere and where nobody lives.
    /// </summary>
    /// <param name="district">The district, with all demand groups.</param>
    public static double[] Of(District district)
    {
        var (buildings, community) = (district.Buildings, district.Buildings.Area[(int)AreaLevel.Community]);
        int[] vulnerable = [.. DemandGroups.AgeColumns.Select(DemandGroups.IndexOf)];
        var (some, all) = (new long[district.Areas.Count], new long[district.Areas.Count]);
        for (var b = 0; b < buildings.Count; b++)
        {
            all[community[b]] += buildings.People[0][b];
            foreach (var group in vulnerable)
            {
                some[community[b]] += buildings.People[group][b];
            }
        }

        return [.. some.Zip(all, (s, a) => a == 0 ? 0 : (double)s / a)];
    }
}
