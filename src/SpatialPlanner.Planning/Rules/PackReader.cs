using SpatialPlanner.Planning.Demand;

namespace SpatialPlanner.Planning.Rules;

/// <summary>Reads and checks services, walkers, crossings and constants of a pack.</summary>
internal static class PackReader
{
    private const double LongestCycleS = 600;
    private const int LongestId = 64;

    /// <summary>The member <c>id</c>: it goes into addresses and tables.</summary>
    public static string? Id(PackNode node)
    {
        var id = node.Text("id");
        return id is null || node.Require(
            id.Length <= LongestId && char.IsAsciiLetterOrDigit(id[0]) && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'), "id",
            $"“{id}”不能作编号：用字母、数字、-、_、.，以字母或数字开头，至多 {LongestId} 个字符",
            $"\"{id}\" is no id: use letters, digits, -, _ and ., beginning with a letter or digit, at most {LongestId} characters") ? id : null;
    }

    public static List<WalkerProfile> Profiles(PackNode pack)
    {
        var nodes = pack.Items("profiles");
        pack.Require(nodes.Count > 0 || !pack.Has("profiles"), "profiles", "至少需要一种步行者", "at least one walker profile is needed");
        List<WalkerProfile> profiles = [];
        foreach (var node in nodes)
        {
            var (code, name, source) = (node.Text("code"), node.Local("name"), node.Local("source"));
            var speed = node.Whole("speed_mm_per_s", 100, 3000, " 毫米/秒", " millimetres a second");
            var steps = node.Number("steps_share", 0.1, 1, "（台阶步速占平地步速的比例）", ", the pace along steps as a share of that on the level", needed: false, orEqual: true);
            var stepsSource = node.Local("steps_source", needed: false);
            node.Require(
                steps is null or 1 || stepsSource is not null, "steps_source", "给出 steps_share 时需说明来源", "say where steps_share comes from");
            node.Require(
                profiles.All(p => p.Code != code), "code", $"步行者代码 {code} 重复", $"profile code {code} appears twice");
            node.End();
            if (code is not null && name is not null && source is not null)
            {
                profiles.Add(new(code, name, speed ?? 1000, source, steps ?? 1, stepsSource));
            }
        }

        return profiles;
    }

    public static Dictionary<string, string> GroupProfiles(PackNode pack, IReadOnlyList<WalkerProfile> profiles)
    {
        var given = new Dictionary<string, string>();
        if (pack.Object("group_profiles", needed: false) is not { } node)
        {
            return given;
        }

        var groups = string.Join(", ", DemandGroups.AgeColumns);
        foreach (var group in node.Names())
        {
            node.Require(
                DemandGroups.AgeColumns.Contains(group), group, $"应为 {groups} 之一；其他人群由它们合成或用服务自己的步行者",
                $"give one of {groups}; other groups are made of these or walk as the service's own walker");
            if (node.Text(group) is { } profile)
            {
                CheckProfile(node, group, profile, profiles);
                given[group] = profile;
            }
        }

        return given;
    }

    public static List<CrossingRule> Crossings(PackNode pack)
    {
        List<CrossingRule> crossings = [];
        if (pack.Object("crossings", needed: false) is not { } node)
        {
            return crossings;
        }

        var classes = string.Join(", ", CrossingRule.Classes);
        foreach (var name in node.Names())
        {
            node.Require(
                CrossingRule.Classes.Contains(name), name, $"没有这类过街设施，可用：{classes}", $"there is no such class of crossing; use some of {classes}");
            if (node.Object(name) is { } crossing && Crossing(name, crossing) is { } rule)
            {
                crossings.Add(rule);
            }
        }

        return [.. crossings.OrderBy(c => CrossingRule.Classes.ToList().IndexOf(c.Class))];
    }

    public static PopulationConstants? Population(PackNode pack)
    {
        if (pack.Object("population") is not { } node)
        {
            return null;
        }

        var person = node.Number("floor_area_per_person_m2", 0, 1000, " ㎡", " m²");
        var people = node.Number("people_per_dwelling", 0, 50, " 人", " people");
        var dwelling = node.Number("floor_area_per_dwelling_m2", 0, 10_000, " ㎡", " m²");
        var mixed = node.Number("mixed_use_share", 0, 1, "", "", orEqual: true);
        var storeys = node.Whole("default_storeys", 1, 200);
        var (shares, source) = (AgeShares(node), node.Local("source"));
        node.End();
        return person is { } p && people is { } n && dwelling is { } d && mixed is { } m && storeys is { } s && source is not null
            ? new(p, n, d, m, s, shares, source) : null;
    }

    public static CatchmentRule? Catchment(PackNode pack)
    {
        if (pack.Object("catchment", needed: false) is not { } node)
        {
            return null;
        }

        var (weights, source, verification) = (node.Numbers("step_weights"), node.Local("source"), node.Word("verification", RuleWords.Verifications));
        node.Require(
            weights.Count > 0 || !node.Has("step_weights"), "step_weights", "至少给出一个权重", "give at least one weight");
        for (var i = 0; i < weights.Count; i++)
        {
            node.Require(
                weights[i] is >= 0 and <= 1 && (i == 0 || weights[i] <= weights[i - 1]), $"step_weights[{i}]",
                "权重应在 0–1 之间，且不大于前一个", "weights are 0 to 1, and none is above the one before");
        }

        node.Require(weights.Count == 0 || weights[0] > 0, "step_weights[0]", "第一个权重应大于 0", "the first weight must be above 0");
        node.End();
        return source is not null && verification is { } v ? new(weights, source, v) : null;
    }

    public static void CheckProfile(PackNode node, string name, string profile, IReadOnlyList<WalkerProfile> profiles)
    {
        var codes = string.Join(", ", profiles.Select(p => p.Code));
        node.Require(
            profiles.Any(p => p.Code == profile), name, $"没有名为 {profile} 的步行者，可用：{codes}", $"there is no profile {profile}; use one of {codes}");
    }

    private static Dictionary<string, double> AgeShares(PackNode population)
    {
        var shares = new Dictionary<string, double>();
        if (population.Object("age_shares") is not { } node)
        {
            return shares;
        }

        foreach (var column in DemandGroups.AgeColumns)
        {
            if (node.Number(column, 0, 1, "", "", orEqual: true) is { } share)
            {
                shares[column] = share;
            }
        }

        node.End();
        population.Require(shares.Values.Sum() <= 1, "age_shares", "各年龄组比例之和超过 1", "the age shares add up to over 1");
        return shares;
    }

    private static CrossingRule? Crossing(string name, PackNode node)
    {
        var (source, verification) = (node.Local("source"), node.Word("verification", RuleWords.Verifications));
        var (isSignal, isGiven) = (node.Has("cycle_s") && node.Has("green_s"), node.Has("wait_s"));
        node.Require(
            isSignal != isGiven && (isSignal || !node.Has("cycle_s") && !node.Has("green_s")), null, "给出 cycle_s 与 green_s，或只给 wait_s",
            "give cycle_s and green_s, or wait_s alone");
        var cycle = node.Number("cycle_s", 0, LongestCycleS, " 秒", " seconds", needed: false);
        var green = node.Number("green_s", 0, LongestCycleS, " 秒", " seconds", needed: false);
        var wait = node.Number("wait_s", 0, LongestCycleS, " 秒", " seconds", needed: false, orEqual: true);
        node.Require(!(green > cycle), "green_s", "绿灯不能长于周期", "the green must be no longer than the cycle");
        node.End();
        return source is not null && verification is { } v && (cycle is not null && green is not null || wait is not null)
            ? new(name, cycle, green, wait, source, v) : null;
    }
}
