using SpatialPlanner.Planning.Demand;

namespace SpatialPlanner.Planning.Rules;

/// <summary>Checks the blocks of a rule pack that say who walks how: walkers of groups and waits at crossings.</summary>
internal static class RulePackChecks
{
    private const double LongestCycleS = 600;

    public static Dictionary<string, string> GroupProfiles(
        Dictionary<string, string> given, IReadOnlyList<WalkerProfile> profiles)
    {
        foreach (var (group, profile) in given)
        {
            var at = $"$.group_profiles.{group}";
            var groups = string.Join(", ", DemandGroups.AgeColumns);
            RulePackJson.Require(
                DemandGroups.AgeColumns.Contains(group), at, $"应为 {groups} 之一；其他人群由它们合成或用服务自己的步行者",
                $"give one of {groups}; other groups are made of these or walk as the service's own walker");
            var codes = string.Join(", ", profiles.Select(p => p.Code));
            RulePackJson.Require(
                profiles.Any(p => p.Code == profile), at, $"没有名为 {profile} 的步行者，可用：{codes}",
                $"there is no profile {profile}; use one of {codes}");
        }

        return given;
    }

    public static List<CrossingRule> Crossings(Dictionary<string, RulePackJson.CrossingJson> given)
    {
        foreach (var (name, crossing) in given)
        {
            var (at, classes) = ($"$.crossings.{name}", string.Join(", ", CrossingRule.Classes));
            RulePackJson.Require(
                CrossingRule.Classes.Contains(name), at, $"没有这类过街设施，可用：{classes}",
                $"there is no such class of crossing; use some of {classes}");
            Check(crossing, at);
        }

        return
        [
            .. from c in CrossingRule.Classes
               where given.ContainsKey(c)
               let g = given[c]
               select new CrossingRule(c, g.CycleS, g.GreenS, g.WaitS, g.Source, g.Verification),
        ];
    }

    private static void Check(RulePackJson.CrossingJson crossing, string at)
    {
        var isSignal = crossing is { CycleS: not null, GreenS: not null, WaitS: null };
        RulePackJson.Require(
            isSignal || crossing is { CycleS: null, GreenS: null, WaitS: not null }, at,
            "给出 cycle_s 与 green_s，或只给 wait_s", "give cycle_s and green_s, or wait_s alone");
        if (!isSignal)
        {
            RulePackJson.Require(
                crossing.WaitS is >= 0 and <= LongestCycleS, $"{at}.wait_s", $"应在 0–{LongestCycleS} 秒之间",
                $"give 0 to {LongestCycleS} seconds");
            return;
        }

        RulePackJson.Require(
            crossing.CycleS is > 0 and <= LongestCycleS, $"{at}.cycle_s", $"应大于 0 且不超过 {LongestCycleS} 秒",
            $"give more than 0 and at most {LongestCycleS} seconds");
        RulePackJson.Require(
            crossing.GreenS is > 0 && crossing.GreenS <= crossing.CycleS, $"{at}.green_s", "绿灯应大于 0 且不超过周期",
            "the green must be above 0 and no longer than the cycle");
    }
}
