using SpatialPlanner.Data.Districts;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Scenarios;
using SpatialPlanner.Planning.Demand;
using SpatialPlanner.Planning.Gaps;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Results;

/// <summary>What a few changes do to the coverage of one service.</summary>
/// <param name="Before">The answer without the changes.</param>
/// <param name="Changed">The buildings whose walk has another cost, and their walks after the changes.</param>
/// <param name="ChangedGaps">Rows of the gap table that changed, as they were and as they are.</param>
/// <param name="Gained">What came within the limit.</param>
/// <param name="Lost">What fell out of it.</param>
/// <param name="OffNetworkM">
/// For each added facility, in order, the metres to the network; null where it is too far from every edge to be linked.
/// </param>
public sealed record WhatIfAnswer(
    ServiceAnswer Before, IReadOnlyList<WhatIfAnswer.Walk> Changed,
    IReadOnlyList<(GapRow Before, GapRow After)> ChangedGaps, WhatIfAnswer.Count Gained, WhatIfAnswer.Count Lost,
    IReadOnlyList<double?> OffNetworkM)
{
    /// <summary>A building's walk after the changes.</summary>
    /// <param name="Building">The building.</param>
    /// <param name="Metres">Metres of the shortest walk, or null where there is none.</param>
    /// <param name="Seconds">Seconds of the quickest walk, or null where there is none.</param>
    /// <param name="IsCovered">True where it is within the limit.</param>
    public readonly record struct Walk(int Building, double? Metres, double? Seconds, bool IsCovered);

    /// <summary>Counts of what changed sides.</summary>
    /// <param name="People">Residents.</param>
    /// <param name="GroupPeople">People of the service's own group.</param>
    /// <param name="Buildings">Buildings with people.</param>
    /// <param name="Dwellings">Dwellings.</param>
    public readonly record struct Count(long People, long GroupPeople, long Buildings, long Dwellings);

    /// <summary>Answers a scenario: only what it can change is searched again.</summary>
    /// <param name="loaded">The district.</param>
    /// <param name="fields">The service's fields without the changes.</param>
    /// <param name="before">The answer without the changes, made of these fields.</param>
    /// <param name="scenario">The changes.</param>
    /// <param name="search">Scratch.</param>
    public static WhatIfAnswer Find(
        LoadedDistrict loaded, ServiceFields fields, ServiceAnswer before, Scenario scenario, IncrementalSearch search)
    {
        var changed = scenario.ApplyTo(loaded.District);
        var found = new Dictionary<NearestFacilityField, WalksAfter>();
        WalksAfter After(NearestFacilityField field) =>
            found.TryGetValue(field, out var after) ? after : found[field] = new(field.Nearest, search.Run(field, changed));

        var (shortest, quickest) = (After(fields.Distance), After(fields.Time(before.Profile.Pace)));
        WalksAfter Judged(WalkerProfile walker) => After(fields.Judged(walker.Pace, before.Limit));

        var groups = GroupPart.Of(loaded.Pack, before.Service, before.Profile, before.IsAsked);
        foreach (var walker in groups.SelectMany(parts => parts))
        {
            _ = Judged(walker.Walker);
        }

        int[] buildings = [.. found.Values.SelectMany(w => w.Change.Building).Distinct().Order()];
        var gaps = GapTable.Changed(loaded.District, before.Gaps, groups, Judged, before.Limit, buildings);
        var walks = Walks(before, shortest, quickest, buildings);
        var group = DemandGroups.IndexOf(before.Service.Group);
        return new WhatIfAnswer(
            before, walks, gaps,
            CountOf(loaded.District.Buildings, group, walks.Where(w => w.IsCovered && !Covered(before, w))),
            CountOf(loaded.District.Buildings, group, walks.Where(w => !w.IsCovered && Covered(before, w))),
            OffNetwork(changed.District.FacilityLinks, loaded.District.Facilities.Count));
    }

    private static bool Covered(ServiceAnswer before, Walk walk) => before.Walks.IsCovered(walk.Building, before.Limit);

    private static List<Walk> Walks(ServiceAnswer before, WalksAfter shortest, WalksAfter quickest, int[] buildings)
    {
        var walks = new List<Walk>();
        var limitMm = before.Limit.CostMm(before.Profile.SpeedMmPerS);
        foreach (var b in buildings)
        {
            var (mm, paced) = (shortest.CostMm(b), quickest.CostMm(b));
            if (mm != shortest.Before.CostMm[b] || paced != quickest.Before.CostMm[b])
            {
                var isCovered = (before.Limit.IsDistance ? mm : paced) <= limitMm;
                walks.Add(new Walk(
                    b, ServiceWalks.InMetres(mm), ServiceWalks.InSeconds(paced, before.Profile.SpeedMmPerS), isCovered));
            }
        }

        return walks;
    }

    private static Count CountOf(BuildingColumns buildings, int group, IEnumerable<Walk> which)
    {
        var count = default(Count);
        foreach (var (b, _, _, _) in which)
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
