using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Data.Scenarios;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Server.Problems;
using SpatialPlanner.Server.Snapshots;

namespace SpatialPlanner.Server.Api;

/// <summary><c>POST /api/v1/isochrones</c>.</summary>
internal static class IsochroneHandlers
{
    private const int MaxBands = 12;

    public static FeaturesAnswer Isochrones(
        Question<IsochroneRequest> question, Snapshot snapshot, CancellationToken cancel)
    {
        var (loaded, request) = (snapshot.Loaded, question.Fields);
        var walker = Binding.Profile(loaded.Pack, request.Profile ?? loaded.Pack.Profiles[0].Code);
        var limits = Limits(request, walker.SpeedMmPerS);
        var method = Method(request.Method);
        var (places, links) = Places(loaded, request);
        cancel.ThrowIfCancellationRequested();
        var search = snapshot.Searches.TryTake(out var used) ? used : new ShortestPathSearch(loaded.District.Network);
        var answer = IsochroneAnswer.Find(loaded, places, limits, walker, method, search);
        snapshot.Searches.Add(search);
        return new(answer.Layer, links, [.. answer.Bands.Select(b => BandReport.Of(loaded, b))]);
    }

    private static (IsochronePlaces Places, List<PlaceLink> Links) Places(LoadedDistrict loaded, IsochroneRequest request)
    {
        var (at, facilities) = (ChangeBinder.Few("at", request.At), ChangeBinder.Few("facilities", request.Facilities));
        if (at.Count + facilities.Count == 0)
        {
            throw HttpProblem.Invalid("at", "需要至少一个位置或设施（facilities）", "give at least one place, or facilities");
        }

        var builder = new LinkageBuilder();
        var links = new List<PlaceLink>();
        var points = new List<(double X, double Y)>();
        for (var i = 0; i < at.Count; i++)
        {
            points.Add(ChangeBinder.Local(loaded, $"at[{i}]", at[i].Lon, at[i].Lat));
            links.Add(PlaceLink.Of(loaded, at[i].Lon, at[i].Lat, builder));
        }

        for (var i = 0; i < facilities.Count; i++)
        {
            var facility = ChangeBinder.Facility(loaded, $"facilities[{i}]", facilities[i]);
            builder.AddAll(loaded.District.FacilityLinks, facility);
            builder.EndPoint();
            points.Add((loaded.District.Facilities.X[facility], loaded.District.Facilities.Y[facility]));
        }

        return (new IsochronePlaces(builder.Build(), points), links);
    }

    private static CoverageLimit[] Limits(IsochroneRequest request, int speedMmPerS)
    {
        var (field, values, most, limit) = (request.Minutes, request.Metres) switch
        {
            ({ } minutes, null) =>
                ("minutes", minutes, Binding.MaxMinutes, (Func<double, CoverageLimit>)CoverageLimit.OfMinutes),
            (null, { } metres) => ("metres", metres, Binding.MaxMetres, CoverageLimit.OfMetres),
            _ => throw HttpProblem.Invalid("minutes", "与 metres 必须且只能给其一", "give minutes or metres, one of them"),
        };
        if (values.Count is 0 or > MaxBands)
        {
            throw HttpProblem.Invalid(field, $"应有 1 至 {MaxBands} 个", $"give 1 to {MaxBands} of them");
        }

        return
        [
            .. values.Select((v, i) => limit(Binding.Checked($"{field}[{i}]", v, most)))
                .OrderBy(l => l.Value).DistinctBy(l => l.CostMm(speedMmPerS)),
        ];
    }

    private static IsochroneMethod Method(string? method) => method switch
    {
        null or "edges" => IsochroneMethod.Edges,
        "corridor" => IsochroneMethod.Corridor,
        "contour" => IsochroneMethod.Contour,
        _ => throw HttpProblem.Invalid(
            "method", "应为 edges、corridor 或 contour", "give edges, corridor or contour"),
    };
}
