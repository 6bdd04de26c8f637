using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Planning.Demand;
using SpatialPlanner.Planning.Gaps;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Planning.Equity;

/// <summary>
/// How the walks of each demand group are spread, for the district and its subdistricts. The walk of a person is that which
/// the limit judges, in the minutes of the group's own walker, so that the share over the limit is the gap table's.
/// </summary>
public sealed class EquityTable
{
    /// <summary>The cap is at least so many limits.</summary>
    public const int CapInLimits = 3;

    private readonly District district;
    private readonly CoverageLimit limit;
    private readonly IReadOnlyList<double> rankOfCommunity;

    private EquityTable(District district, CoverageLimit limit, IReadOnlyList<double> rankOfCommunity) =>
        (this.district, this.limit, this.rankOfCommunity) = (district, limit, rankOfCommunity);

    /// <summary>
    /// Makes the rows of one service: by group, then the district and its subdistricts. People who reach nothing stand at the
    /// cap: the longest walk of the group in the district, and at least <see cref="CapInLimits"/> limits, so that they are
    /// never better off than who reaches something.
    /// </summary>
    /// <param name="district">The district.</param>
    /// <param name="service">Service code, for the rows.</param>
    /// <param name="groups">Who walks how, for each group in the order of <see cref="DemandGroups.All"/>.</param>
    /// <param name="walksOf">The walks of a walker that the limit judges; asked for once each.</param>
    /// <param name="limit">The limit; it counts.</param>
    /// <param name="rankOfCommunity">What people are ranked by for the concentration index, by area.</param>
    public static IReadOnlyList<EquityRow> Make(
        District district, string service, IReadOnlyList<IReadOnlyList<GroupPart>> groups,
        Func<WalkerProfile, NearestFacility> walksOf, CoverageLimit limit, IReadOnlyList<double> rankOfCommunity)
    {
        var walks = new Dictionary<WalkerProfile, NearestFacility>();
        foreach (var walker in groups.SelectMany(parts => parts).Select(p => p.Walker).Distinct())
        {
            walks[walker] = walksOf(walker);
        }

        var table = new EquityTable(district, limit, rankOfCommunity);
        return [.. groups.SelectMany((parts, g) => table.RowsOf(service, g, parts, walks))];
    }

    private IEnumerable<EquityRow> RowsOf(
        string service, int group, IReadOnlyList<GroupPart> parts, Dictionary<WalkerProfile, NearestFacility> walks)
    {
        var cap = parts.Max(p => CapOf(p, walks[p.Walker].CostMm));
        var byArea = new List<Burden>?[district.Areas.Count];
        foreach (var part in parts)
        {
            Collect(part, walks[part.Walker].CostMm, cap, byArea);
        }

        for (var area = 0; area < byArea.Length; area++)
        {
            if (district.Areas.Level[area] is AreaLevel.District or AreaLevel.Subdistrict)
            {
                var measures = EquityMeasures.Of(WalkDistribution.Of(byArea[area] ?? []), c => rankOfCommunity[c]);
                yield return new EquityRow(
                    district.Areas.Level[area], area, service, DemandGroups.All[group].Code, cap, measures);
            }
        }
    }

    private double CapOf(GroupPart part, int[] costMm)
    {
        var (people, longest) = (district.Buildings.People[part.Group], 0);
        for (var b = 0; b < costMm.Length; b++)
        {
            longest = people[b] > 0 && costMm[b] != WalkCosts.Unreached ? Math.Max(longest, costMm[b]) : longest;
        }

        return Math.Max(CapInLimits * LimitMinutes(part.Walker), Minutes(longest, part.Walker));
    }

    private void Collect(GroupPart part, int[] costMm, double cap, List<Burden>?[] byArea)
    {
        var (buildings, limitMinutes) = (district.Buildings, LimitMinutes(part.Walker));
        var (people, community) = (buildings.People[part.Group], buildings.Area[(int)AreaLevel.Community]);
        for (var b = 0; b < costMm.Length; b++)
        {
            if (people[b] > 0)
            {
                var isReached = costMm[b] != WalkCosts.Unreached;
                var minutes = isReached ? Minutes(costMm[b], part.Walker) : cap;
                var burden = new Burden(people[b], minutes, limitMinutes, community[b], isReached);
                (byArea[buildings.Area[(int)AreaLevel.District][b]] ??= []).Add(burden);
                (byArea[buildings.Area[(int)AreaLevel.Subdistrict][b]] ??= []).Add(burden);
            }
        }
    }

    // Of whole millimetres like the walks, so that a walk is over the limit here exactly where the gap table says so.
    private double LimitMinutes(WalkerProfile walker) =>
        Minutes(Math.Max(1, limit.CostMm(walker.SpeedMmPerS)), walker);

    private static double Minutes(int costMm, WalkerProfile walker) => costMm / (double)walker.SpeedMmPerS / 60;
}
