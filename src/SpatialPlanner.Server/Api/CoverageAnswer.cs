using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Planning.Hours;

namespace SpatialPlanner.Server.Api;

/// <summary>Who is within the limit of a service.</summary>
internal sealed record CoverageAnswer(
    string Service, double LimitM, double LimitS, string LimitTyped, string Profile, string? Time, string Fingerprint,
    BuildingWalks Buildings, IReadOnlyList<GapLine> Gaps)
{
    public static CoverageAnswer Of(LoadedDistrict loaded, ServiceAnswer answer, WeekTime? time, IReadOnlySet<string>? levels) => new(
        answer.Service.Code, Rounded.Milli(answer.LimitM), Rounded.Milli(answer.LimitS), TypedOf(answer),
        answer.Profile.Code, time?.ToString(), loaded.District.Fingerprint, BuildingWalks.Of(answer, loaded.District.Buildings.Count),
        [
            .. answer.Gaps.Where(g => levels?.Contains(GapsLayer.NameOf(g.Level)) ?? true)
                .Select(g => GapLine.Of(loaded, g)),
        ]);

    public static string TypedOf(ServiceAnswer answer) => answer.Typed.IsDistance ? "metres" : "minutes";
}

/// <summary>The walk of each building, in the order of the collection <c>buildings</c>; null: not reached.</summary>
internal sealed record BuildingWalks(double?[] Metres, double?[] Seconds, int?[] Facility)
{
    public static BuildingWalks Of(ServiceAnswer answer, int count)
    {
        var walks = new BuildingWalks(new double?[count], new double?[count], new int?[count]);
        for (var b = 0; b < count; b++)
        {
            walks.Metres[b] = answer.Walks.Metres(b);
            walks.Seconds[b] = Rounded.Milli(answer.Walks.Seconds(b));
            var facility = answer.Walks.FacilityOf(b, answer.Limit);
            walks.Facility[b] = facility == NearestFacility.None ? null : facility;
        }

        return walks;
    }
}
