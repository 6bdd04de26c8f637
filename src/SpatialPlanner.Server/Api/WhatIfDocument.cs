using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Results;

namespace SpatialPlanner.Server.Api;

/// <summary>What a few changes do: the changed buildings and areas only.</summary>
internal sealed record WhatIfDocument(
    string Service, double LimitM, double LimitS, string LimitTyped, string Profile, string Fingerprint,
    ChangedWalks Buildings, CountDocument NewlyCovered, CountDocument NewlyUncovered, IReadOnlyList<GapLine> Gaps,
    IReadOnlyList<PlaceLink> Links)
{
    public static WhatIfDocument Of(LoadedDistrict loaded, WhatIfAnswer answer, IReadOnlyList<PlaceLink> places)
    {
        var before = answer.Before;
        return new(
            before.Service.Code, Rounded.Milli(before.LimitM), Rounded.Milli(before.LimitS),
            CoverageAnswer.TypedOf(before), before.Profile.Code, loaded.District.Fingerprint,
            new ChangedWalks(
                [.. answer.Changed.Select(w => w.Building)], [.. answer.Changed.Select(w => w.Metres)],
                [.. answer.Changed.Select(w => Rounded.Milli(w.Seconds))]),
            CountDocument.Of(answer.Gained), CountDocument.Of(answer.Lost),
            [.. answer.ChangedGaps.Select(g => GapLine.Of(loaded, g.After, g.Before.Covered))], places);
    }
}

/// <summary>The buildings whose walk changed, by their places in the collection <c>buildings</c>.</summary>
internal sealed record ChangedWalks(IReadOnlyList<int> Index, double?[] Metres, double?[] Seconds);

/// <summary>Counts of what changed sides.</summary>
internal sealed record CountDocument(long People, long GroupPeople, long Buildings, long Dwellings)
{
    public static CountDocument Of(WhatIfAnswer.Count count) =>
        new(count.People, count.GroupPeople, count.Buildings, count.Dwellings);
}
