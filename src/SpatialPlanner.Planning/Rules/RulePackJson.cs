using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Demand;

namespace SpatialPlanner.Planning.Rules;

/// <summary>A rule pack that cannot be used: where, and what to do.</summary>
/// <param name="place">JSON path of the offending value.</param>
/// <param name="what">What is wrong and how to mend it.</param>
public sealed class RulePackException(string place, LocalText what) : Exception($"{place}: {what.En}")
{
    /// <summary>JSON path of the offending value.</summary>
    public string Place { get; } = place;

    /// <summary>What is wrong and how to mend it.</summary>
    public LocalText What { get; } = what;
}

/// <summary>Reads the JSON form of a rule pack (see <c>data/rules</c>).</summary>
public static class RulePackJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>Parses and checks a pack.</summary>
    /// <param name="json">The text of the file.</param>
    /// <exception cref="RulePackException">The text is not a usable pack.</exception>
    public static RulePack Parse(string json)
    {
        PackJson pack;
        try
        {
            pack = JsonSerializer.Deserialize<PackJson>(json, Options)
                ?? throw new RulePackException("$", new("规则包为空", "the pack is empty"));
        }
        catch (JsonException e)
        {
            throw new RulePackException(
                e.Path ?? "$", new($"不是有效的规则包：{e.Message}", $"not a valid rule pack: {e.Message}"));
        }

        var services = Services(pack);
        return new RulePack(pack.Id, pack.Edition, pack.Name, Profiles(pack), Checked(pack.Population), services)
        {
            Rules = [.. services.Select(ImpliedRule)],
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json))),
            GroupProfiles = RulePackChecks.GroupProfiles(pack.GroupProfiles ?? [], pack.Profiles),
            Crossings = RulePackChecks.Crossings(pack.Crossings ?? []),
        };
    }

    private static List<WalkerProfile> Profiles(PackJson pack)
    {
        Require(pack.Profiles.Count > 0, "$.profiles", "至少需要一种步行者", "at least one walker profile is needed");
        for (var i = 0; i < pack.Profiles.Count; i++)
        {
            var p = pack.Profiles[i];
            Require(
                p.SpeedMmPerS is >= 100 and <= 3000, $"$.profiles[{i}].speed_mm_per_s",
                $"{p.SpeedMmPerS} 不像步行速度，应在 100–3000 毫米/秒之间",
                $"{p.SpeedMmPerS} is no walking speed: give 100 to 3000 millimetres a second");
            Require(
                p.StepsShare is >= 0.1 and <= 1, $"$.profiles[{i}].steps_share",
                $"{p.StepsShare} 应在 0.1–1 之间：台阶步速占平地步速的比例",
                $"{p.StepsShare} must be 0.1 to 1: the pace along steps as a share of that on the level");
            Require(
                p.StepsShare == 1 || p.StepsSource is not null, $"$.profiles[{i}].steps_source",
                "给出 steps_share 时需说明来源", "say where steps_share comes from");
        }

        return pack.Profiles;
    }

    private static PopulationConstants Checked(PopulationConstants p)
    {
        const string at = "$.population";
        Require(
            p is { FloorAreaPerPersonM2: > 0, PeoplePerDwelling: > 0, FloorAreaPerDwellingM2: > 0, DefaultStoreys: > 0 },
            at, "面积、人数和层数必须大于 0", "areas, people and storeys must be above 0");
        Require(p.MixedUseShare is >= 0 and <= 1, at, "混合用途比例应在 0–1 之间", "mixed_use_share must be 0 to 1");
        foreach (var column in DemandGroups.AgeColumns)
        {
            Require(
                p.AgeShares.TryGetValue(column, out var share) && share is >= 0 and <= 1, $"{at}.age_shares.{column}",
                "缺少该年龄组的比例，或不在 0–1 之间", "the share of this age group is missing or not 0 to 1");
        }

        Require(
            p.AgeShares.Values.Sum() <= 1, $"{at}.age_shares", "各年龄组比例之和超过 1", "the age shares add up to over 1");
        return p;
    }

    private static List<ServiceRule> Services(PackJson pack)
    {
        Require(pack.Services.Count is > 0 and <= 64, "$.services", "需要 1–64 项服务", "1 to 64 services are needed");
        var seen = new HashSet<string>();
        var services = new List<ServiceRule>(pack.Services.Count);
        for (var i = 0; i < pack.Services.Count; i++)
        {
            var (s, at) = (pack.Services[i], $"$.services[{i}]");
            Require(seen.Add(s.Code), $"{at}.code", $"服务代码 {s.Code} 重复", $"service code {s.Code} appears twice");
            Require(
                s.LimitMetres is null != s.LimitMinutes is null, at,
                "limit_metres 与 limit_minutes 必须且只能给出一个", "give either limit_metres or limit_minutes, not both");
            Require((s.LimitMetres ?? s.LimitMinutes) > 0, at, "限值必须大于 0", "the limit must be above 0");
            Require(
                pack.Profiles.Any(p => p.Code == s.Profile), $"{at}.profile",
                $"没有名为 {s.Profile} 的步行者", $"there is no profile {s.Profile}");
            Require(
                DemandGroups.Find(s.Group) is not null, $"{at}.group",
                $"没有名为 {s.Group} 的人群", $"there is no demand group {s.Group}");
            services.Add(new ServiceRule(
                s.Code, s.Name, new WalkLimit(s.LimitMetres, s.LimitMinutes), s.Profile, s.Group, s.Osm, s.Source,
                s.Verification));
        }

        return services;
    }

    /// <summary>The rule that a service's own limit stands for.</summary>
    private static PlanningRule ImpliedRule(ServiceRule s) => new(
        $"{s.Code}-walk", s.Code, s.Name, s.Limit.IsDistance ? RuleCriterion.Distance : RuleCriterion.Minutes,
        (s.Limit.Metres ?? s.Limit.Minutes)!.Value, RuleForce.Recommended, AreaLevel.Community, "", s.Source, s.Verification)
    {
        IsImplied = true,
    };

    internal static void Require(bool holds, string place, string zh, string en)
    {
        if (!holds)
        {
            throw new RulePackException(place, new(zh, en));
        }
    }

    private sealed record PackJson(
        string Id, string Edition, LocalText Name, List<WalkerProfile> Profiles, PopulationConstants Population,
        List<ServiceJson> Services, Dictionary<string, string>? GroupProfiles = null,
        Dictionary<string, CrossingJson>? Crossings = null);

    internal sealed record CrossingJson(
        LocalText Source, Verification Verification, double? CycleS = null, double? GreenS = null, double? WaitS = null);

    private sealed record ServiceJson(
        string Code, LocalText Name, string Profile, string Group, List<string> Osm, LocalText Source,
        Verification Verification, double? LimitMetres = null, double? LimitMinutes = null);
}
