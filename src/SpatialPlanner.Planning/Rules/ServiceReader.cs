using System.Text.Json.Nodes;
using SpatialPlanner.Planning.Demand;

namespace SpatialPlanner.Planning.Rules;

/// <summary>Reads and checks the services of a pack.</summary>
internal static class ServiceReader
{
    private const int MostServices = 64;

    /// <summary>The codes that the text names, also of services that cannot be used: a rule of such a one is not wrong too.</summary>
    public static IReadOnlyList<string> Codes(JsonObject pack) => pack["services"] is JsonArray list
        ? [.. list.OfType<JsonObject>().Select(s => s["code"] is JsonValue value && value.TryGetValue<string>(out var code) ? code : null).OfType<string>()]
        : [];

    public static List<ServiceRule> Services(PackNode pack, IReadOnlyList<WalkerProfile> profiles, IReadOnlyList<string> codes)
    {
        var nodes = pack.Items("services");
        pack.Require(
            nodes.Count is > 0 and <= MostServices || !pack.Has("services"), "services", $"需要 1–{MostServices} 项服务", $"1 to {MostServices} services are needed");
        List<ServiceRule> services = [];
        var seen = new HashSet<string>();
        foreach (var node in nodes)
        {
            if (Service(node, profiles, codes) is { } service)
            {
                node.Require(seen.Add(service.Code), "code", $"服务代码 {service.Code} 重复", $"service code {service.Code} appears twice");
                services.Add(service);
            }
        }

        return services;
    }

    private static ServiceRule? Service(PackNode node, IReadOnlyList<WalkerProfile> profiles, IReadOnlyList<string> codes)
    {
        var (code, name) = (Code(node), node.Local("name"));
        var (profile, group) = (node.Text("profile"), node.Text("group"));
        var (osm, source, verification) = (Osm(node), node.Local("source"), node.Word("verification", RuleWords.Verifications));
        var limit = Limit(node);
        if (profile is not null)
        {
            PackReader.CheckProfile(node, "profile", profile, profiles);
        }

        var groups = string.Join(", ", DemandGroups.All.Select(g => g.Code));
        node.Require(
            group is null || DemandGroups.Find(group) is not null, "group", $"没有名为 {group} 的人群；可用：{groups}",
            $"there is no demand group {group}; use one of {groups}");
        var places = node.Object("people_per_place", needed: false);
        var each = places?.Number("value", 0, 10_000, " 人", " people");
        var (placesSource, placesSure) = (places?.Local("source"), places?.Word("verification", RuleWords.Verifications));
        places?.End();
        var room = RoomReader.Room(node, code, codes);
        node.End();
        return code is null || name is null || profile is null || group is null || limit is null || source is null || verification is null
            ? null
            : new ServiceRule(code, name, limit, profile, group, osm, source, verification.Value)
            {
                PeoplePerPlace = each ?? 1,
                PeoplePerPlaceSource = placesSource,
                PeoplePerPlaceVerification = placesSure ?? Verification.Unverified,
                Room = room,
            };
    }

    // Codes are joined by ; and , in columns of facilities, so they hold neither.
    private static string? Code(PackNode node)
    {
        var code = node.Text("code");
        return code is null || node.Require(
            code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'), "code", $"“{code}”不能作服务代码：用小写字母、数字和 _",
            $"\"{code}\" is no service code: use lower-case letters, digits and _") ? code : null;
    }

    private static WalkLimit? Limit(PackNode node)
    {
        var (hasMetres, hasMinutes) = (node.Has("limit_metres"), node.Has("limit_minutes"));
        var metres = node.Number("limit_metres", 0, RuleReader.LongestMetres, " 米", " m", needed: false);
        var minutes = node.Number("limit_minutes", 0, RuleReader.LongestMinutes, " 分钟", " minutes", needed: false);
        node.Require(
            hasMetres != hasMinutes, null, "limit_metres 与 limit_minutes 必须且只能给出一个：另一个由步速推出",
            "give either limit_metres or limit_minutes, not both: the other follows from the speed");
        return hasMetres != hasMinutes && (metres ?? minutes) is not null ? new(metres, minutes) : null;
    }

    private static IReadOnlyList<string> Osm(PackNode node)
    {
        var texts = node.Texts("osm");
        for (var i = 0; i < texts.Count; i++)
        {
            try
            {
                TagExpression.Parse(texts[i]);
            }
            catch (RulePackException e)
            {
                node.Require(false, $"osm[{i}]", e.What.Zh, e.What.En);
            }
        }

        return texts;
    }
}
