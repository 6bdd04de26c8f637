using SpatialPlanner.Data.Districts;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Planning.Gaps;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Results;

/// <summary>The coverage of one service: the question with every default filled in, and the answer.</summary>
/// <param name="Service">The service's rule.</param>
/// <param name="Typed">The limit as it was typed.</param>
/// <param name="Limit">The limit as the engine takes it.</param>
/// <param name="Profile">The walker.</param>
/// <param name="IsAsked">True where the question names the walker, who then stands for every demand group.</param>
/// <param name="Walks">Walks of every building.</param>
/// <param name="Gaps">Rows of the gap table.</param>
public sealed record ServiceAnswer(
    ServiceRule Service, WalkLimit Typed, CoverageLimit Limit, WalkerProfile Profile, bool IsAsked, ServiceWalks Walks,
    IReadOnlyList<GapRow> Gaps)
{
    /// <summary>The limit in metres; derived from the walker's speed where minutes were typed.</summary>
    public double LimitM => Limit.Metres(Profile.SpeedMmPerS);

    /// <summary>The limit in seconds; derived from the walker's speed where metres were typed.</summary>
    public double LimitS => Limit.Seconds(Profile.SpeedMmPerS);

    /// <summary>Answers one service of a loaded district.</summary>
    /// <param name="loaded">The district.</param>
    /// <param name="service">Service, as its place in the rule pack.</param>
    /// <param name="limit">Limit, or null for the rule's own.</param>
    /// <param name="profile">Walker of every group, or null for the rule's own and those of the groups.</param>
    /// <param name="search">Scratch of the network, or null for a new one.</param>
    public static ServiceAnswer Find(
        LoadedDistrict loaded, int service, WalkLimit? limit = null, WalkerProfile? profile = null,
        ShortestPathSearch? search = null)
    {
        var rule = loaded.Pack.Services[service];
        var (walker, typed) = (profile ?? loaded.Pack.FindProfile(rule.Profile)!, limit ?? rule.Limit);
        var scratch = search ?? new ShortestPathSearch(loaded.District.Network);
        var walks = loaded.Walks(service, walker, scratch);
        return Of(
            loaded, rule, typed, walker, profile is not null, walks,
            other => loaded.Judged(service, walks, other, LoadedDistrict.EngineLimit(typed), scratch));
    }

    /// <summary>Makes the answer of fields that are kept for what-ifs.</summary>
    /// <param name="loaded">The district.</param>
    /// <param name="rule">The service's rule.</param>
    /// <param name="typed">The limit as it was typed.</param>
    /// <param name="walker">The walker.</param>
    /// <param name="isAsked">True where the question names the walker.</param>
    /// <param name="fields">The service's fields.</param>
    public static ServiceAnswer Of(
        LoadedDistrict loaded, ServiceRule rule, WalkLimit typed, WalkerProfile walker, bool isAsked,
        ServiceFields fields) => Of(
        loaded, rule, typed, walker, isAsked, fields.Walks(walker.Pace),
        other => fields.Judged(other.Pace, LoadedDistrict.EngineLimit(typed)).Nearest);

    /// <summary>Makes the answer of walks found before.</summary>
    /// <param name="loaded">The district.</param>
    /// <param name="rule">The service's rule.</param>
    /// <param name="typed">The limit as it was typed.</param>
    /// <param name="walker">The walker.</param>
    /// <param name="isAsked">True where the question names the walker.</param>
    /// <param name="walks">Walks of every building.</param>
    /// <param name="judged">Walks of another walker that the limit judges; asked for once each.</param>
    public static ServiceAnswer Of(
        LoadedDistrict loaded, ServiceRule rule, WalkLimit typed, WalkerProfile walker, bool isAsked, ServiceWalks walks,
        Func<WalkerProfile, NearestFacility> judged)
    {
        var limit = LoadedDistrict.EngineLimit(typed);
        var gaps = GapTable.Make(
            loaded.District, rule.Code, GroupPart.Of(loaded.Pack, rule, walker, isAsked),
            w => w.Pace == walker.Pace ? walks.Judged(limit) : judged(w), limit);
        return new ServiceAnswer(rule, typed, limit, walker, isAsked, walks, gaps);
    }
}
