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
