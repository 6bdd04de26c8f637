using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Planning.Hours;
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
    public static ServiceAnswer Answer(Snapshot snapshot, IServiceQuestion question) =>
        Answer(snapshot.At(null), question);

    /// <summary>The answer to a question about a service at a time of the week.</summary>
    public static ServiceAnswer Answer(DistrictAtTime district, IServiceQuestion question)
    {
        var loaded = district.Loaded;
        var service = Service(loaded.Pack, question.Service);
        var rule = loaded.Pack.Services[service];
        var limit = Limit(question) ?? rule.Limit;
        var profile = Profile(loaded.Pack, question.Profile ?? rule.Profile);
        return ServiceAnswer.Of(loaded, rule, limit, profile, question.Profile is not null, district.Fields(service));
    }

    /// <summary>A time of the week, or null where none is given.</summary>
    public static WeekTime? Time(string? text) =>
        text is null ? null : WeekTime.Parse(text) ?? throw HttpProblem.Invalid(
            "time", $"“{text}”应写作 21:30 或 Sa 21:30（Mo Tu We Th Fr Sa Su）",
            $"write \"{text}\" as 21:30 or Sa 21:30 (Mo Tu We Th Fr Sa Su)");

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

    /// <summary>Gate of an entrance's id.</summary>
    public static int Gate(LoadedDistrict loaded, string field, string id)
    {
        var gates = loaded.District.PlaceLinker.Gates;
        for (var g = 0; g < gates.Count; g++)
        {
            if (gates[g].Gate.Id == id)
            {
                return g;
            }
        }

        throw HttpProblem.Invalid(
            field, $"“{id}”不是有围墙小区的大门（entrances 图层）",
            $"\"{id}\" is no gate of a gated compound (layer entrances)");
    }

    /// <summary>Edges of the network that a row of <c>walk_edges</c> became.</summary>
    public static IReadOnlyList<int> Edges(LoadedDistrict loaded, string field, string id)
    {
        var rows = loaded.Rows[Data.Layers.WorkspaceLayers.WalkEdges];
        List<int> edges =
        [
            .. Enumerable.Range(0, loaded.RowOfEdge.Length).Where(e => (string)rows[loaded.RowOfEdge[e]].Values[0]! == id),
        ];
        return edges.Count > 0 ? edges : throw HttpProblem.Invalid(
            field, $"没有可步行的路段“{id}”（walk_edges 图层）", $"there is no walkable edge \"{id}\" (layer walk_edges)");
    }

    /// <summary>Services of their codes, a bit each.</summary>
    public static ulong Services(RulePack pack, string field, IReadOnlyList<string>? codes) =>
        Few(field, codes).Aggregate(0UL, (bits, code) => bits | (1UL << Service(pack, code, field)));

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

    private static int Service(RulePack pack, string? code, string field = "service") =>
        pack.IndexOfService(code ?? "") is var s and >= 0 ? s : throw HttpProblem.Invalid(
            field, $"没有“{code}”，可用：{Codes(pack.Services.Select(x => x.Code))}",
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
