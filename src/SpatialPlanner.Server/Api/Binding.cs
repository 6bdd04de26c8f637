using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Planning.Rules;
using SpatialPlanner.Server.Problems;
using SpatialPlanner.Server.Snapshots;

namespace SpatialPlanner.Server.Api;

/// <summary>Finds what the fields of a question name, or says which of them is wrong.</summary>
internal static class Binding
{
    /// <summary>Longest limit that makes sense for a walk.</summary>
    public const double MaxMinutes = 240;

    /// <summary>Longest limit that makes sense for a walk.</summary>
    public const double MaxMetres = 20_000;

    private const int MaxPlaces = 200;

    /// <summary>The answer to a question about a service, its walks found before or now.</summary>
    public static ServiceAnswer Answer(Snapshot snapshot, IServiceQuestion question)
    {
        var loaded = snapshot.Loaded;
        var service = Service(loaded.Pack, question.Service);
        var rule = loaded.Pack.Services[service];
        var limit = Limit(question) ?? rule.Limit;
        var profile = Profile(loaded.Pack, question.Profile ?? rule.Profile);
        var walks = snapshot.Walks.Get((service, profile.Code), () => loaded.Walks(service, profile));
        return ServiceAnswer.Of(
            loaded, rule, limit, profile, question.Profile is not null, walks,
            other => Judged(snapshot, service, walks, other, LoadedDistrict.EngineLimit(limit)));
    }

    public static WalkerProfile Profile(RulePack pack, string code) =>
        pack.FindProfile(code) ?? throw HttpProblem.Invalid(
            "profile", $"没有“{code}”，可用：{Codes(pack.Profiles.Select(p => p.Code))}",
            $"there is no \"{code}\"; take one of {Codes(pack.Profiles.Select(p => p.Code))}");

    /// <summary>A limit within what makes sense.</summary>
    public static double Checked(string field, double value, double most) =>
        value >= 0.001 && value <= most ? value : throw HttpProblem.Invalid(
            field, $"应在 0.001 与 {most} 之间", $"give 0.001 to {most}");

    /// <summary>Facility of an id.</summary>
    public static int Facility(LoadedDistrict loaded, string field, string? id)
    {
        // Ids stand in the order of their UTF-8 bytes, which is not the order of .NET's strings: a scan is exact, and
        // there are a few thousand.
        var found = Array.IndexOf(loaded.District.Facilities.Id, id);
        return found >= 0 ? found : throw HttpProblem.Invalid(
            field, $"没有设施“{id}”", $"there is no facility \"{id}\"");
    }

    /// <summary>Local metres of a place.</summary>
    public static (double X, double Y) Local(LoadedDistrict loaded, string field, double lon, double lat) =>
        Math.Abs(lon) <= 180 && Math.Abs(lat) <= 90
            ? loaded.Projection.ToLocal(lon, lat)
            : throw HttpProblem.Invalid(
                field, "经度 lon 应在 ±180、纬度 lat 在 ±90 之内", "lon is within ±180 and lat within ±90");

    /// <summary>A list of places or ids, none where it is not given.</summary>
    public static IReadOnlyList<T> Few<T>(string field, IReadOnlyList<T>? items)
        where T : class
    {
        if (items?.Count > MaxPlaces)
        {
            throw HttpProblem.Invalid(field, $"最多 {MaxPlaces} 个", $"give at most {MaxPlaces}");
        }

        var empty = items?.ToList().FindIndex(i => i is null) ?? -1;
        return empty < 0 ? items ?? [] : throw HttpProblem.Invalid($"{field}[{empty}]", "不能为 null", "must not be null");
    }

    // For a limit of metres it is one of the walks at hand: nothing to remember.
    private static NearestFacility Judged(
        Snapshot snapshot, int service, ServiceWalks walks, WalkerProfile other, CoverageLimit limit) => limit.IsDistance
        ? walks.Judged(limit)
        : snapshot.Quickest.Get(
            (service, other.Code), () => snapshot.Loaded.Judged(service, walks, other, limit));

    private static int Service(RulePack pack, string? code) =>
        pack.IndexOfService(code ?? "") is var s and >= 0 ? s : throw HttpProblem.Invalid(
            "service", $"没有“{code}”，可用：{Codes(pack.Services.Select(x => x.Code))}",
            $"there is no \"{code}\"; take one of {Codes(pack.Services.Select(x => x.Code))}");

    private static WalkLimit? Limit(IServiceQuestion q) => (q.Minutes, q.Metres) switch
    {
        (null, null) => null,
        ({ } minutes, null) => WalkLimit.OfMinutes(Checked("minutes", minutes, MaxMinutes)),
        (null, { } metres) => WalkLimit.OfMetres(Checked("metres", metres, MaxMetres)),
        _ => throw HttpProblem.Invalid("metres", "与 minutes 只能给其一", "give metres or minutes, not both"),
    };

    private static string Codes(IEnumerable<string> codes) => string.Join(", ", codes);
}
