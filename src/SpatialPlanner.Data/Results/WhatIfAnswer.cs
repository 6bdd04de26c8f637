using SpatialPlanner.Data.Districts;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Engine.Scenarios;
using SpatialPlanner.Planning.Demand;
using SpatialPlanner.Planning.Gaps;

namespace SpatialPlanner.Data.Results;

/// <summary>What a few changes do to the coverage of one service.</summary>
/// <param name="Before">The answer without the changes.</param>
/// <param name="After">The answer with them.</param>
/// <param name="Changed">The buildings whose walk changed, rising.</param>
/// <param name="ChangedGaps">Rows of the gap table that changed, as they were and as they are.</param>
/// <param name="Gained">What came within the limit.</param>
/// <param name="Lost">What fell out of it.</param>
/// <param name="OffNetworkM">
/// For each added facility, in order, the metres to the network; null where it is too far from every edge to be linked.
/// </param>
public sealed record WhatIfAnswer(
    ServiceAnswer Before, ServiceAnswer After, IReadOnlyList<int> Changed,
    IReadOnlyList<(GapRow Before, GapRow After)> ChangedGaps, WhatIfAnswer.Count Gained, WhatIfAnswer.Count Lost,
    IReadOnlyList<double?> OffNetworkM)
{
    /// <summary>Counts of what changed sides.</summary>
    /// <param name="People">Residents.</param>
    /// <param name="GroupPeople">People of the service's own group.</param>
    /// <param name="Buildings">Buildings with people.</param>
    /// <param name="Dwellings">Dwellings.</param>
    public readonly record struct Count(long People, long GroupPeople, long Buildings, long Dwellings);

    /// <summary>Answers a scenario: base and change go through the same search, so they cannot disagree.</summary>
    /// <param name="loaded">The district.</param>
    /// <param name="before">The answer without the changes.</param>
    /// <param name="scenario">The changes.</param>
    public static WhatIfAnswer Find(LoadedDistrict loaded, ServiceAnswer before, Scenario scenario)
    {
        var district = scenario.ApplyTo(loaded.District).District;
        var service = loaded.Pack.IndexOfService(before.Service.Code);
        var (open, search) = (district.Facilities.OpenWith(service), new ShortestPathSearch(district.Network));
        var walks = ServiceWalks.Find(district, district.FacilityLinks, open, before.Profile.Pace, search);
        var after = ServiceAnswer.Of(
            loaded, before.Service, before.Typed, before.Profile, before.IsAsked, walks,
            other => walks.Judged(district, district.FacilityLinks, open, other.Pace, before.Limit, search));
        var changed = Enumerable.Range(0, district.Buildings.Count).Where(b => IsChanged(before, after, b)).ToList();
        var gaps = before.Gaps.Zip(after.Gaps).Where(pair => pair.First.Covered != pair.Second.Covered).ToList();
        var group = DemandGroups.IndexOf(before.Service.Group);
        return new WhatIfAnswer(
            before, after, changed, gaps,
            CountOf(district.Buildings, group, changed.Where(b => Covers(after, b) && !Covers(before, b))),
            CountOf(district.Buildings, group, changed.Where(b => Covers(before, b) && !Covers(after, b))),
            OffNetwork(district.FacilityLinks, loaded.District.Facilities.Count));
    }

    private static bool Covers(ServiceAnswer answer, int building) => answer.Walks.IsCovered(building, answer.Limit);

    private static bool IsChanged(ServiceAnswer before, ServiceAnswer after, int building) =>
        before.Walks.Shortest.CostMm[building] != after.Walks.Shortest.CostMm[building]
        || before.Walks.Quickest.CostMm[building] != after.Walks.Quickest.CostMm[building];

    private static Count CountOf(BuildingColumns buildings, int group, IEnumerable<int> which)
    {
        var count = default(Count);
        foreach (var b in which)
        {
            count = new Count(
                count.People + buildings.People[0][b], count.GroupPeople + buildings.People[group][b],
                count.Buildings + (buildings.Residential[b] ? 1 : 0), count.Dwellings + buildings.Dwellings[b]);
        }

        return count;
    }

    private static List<double?> OffNetwork(Linkage links, int first)
    {
        var metres = new List<double?>();
        for (var f = first; f < links.PointCount; f++)
        {
            metres.Add(links.IsLinked(f) ? links.NearestAccessM(f) : null);
        }

        return metres;
    }
}
