using SpatialPlanner.Engine.Districts;

namespace SpatialPlanner.Planning.Rules;

/// <summary>Reads and checks the rules of a pack, and what makes a complex.</summary>
internal static class RuleReader
{
    public const double LongestMetres = 10_000;
    public const double LongestMinutes = 180;
    private const double LargestAreaM2 = 1e6;
    private const int MostRules = 1000;
    private static readonly string[] WalkOnly = ["profile", "measure", "denominator", "target_share"];

    /// <summary>The rules that the pack writes out, then the implied one of each service that no walk rule names, first.</summary>
    public static IReadOnlyList<PlanningRule> Rules(
        PackNode pack, IReadOnlyList<ServiceRule> services, IReadOnlyList<string> codes, IReadOnlyList<WalkerProfile> profiles)
    {
        var nodes = pack.Items("rules", needed: false);
        pack.Require(nodes.Count <= MostRules, "rules", $"规则超过 {MostRules} 条", $"there are over {MostRules} rules");
        List<PlanningRule> rules = [];
        var seen = new HashSet<string>();
        foreach (var node in nodes)
        {
            if (Rule(node, services, codes, profiles) is { } rule)
            {
                node.Require(seen.Add(rule.Id), "id", $"规则编号 {rule.Id} 重复", $"rule id {rule.Id} appears twice");
                CheckBeside(node, rule, rules);
                rules.Add(rule);
            }
        }

        var implied = services.Where(s => !rules.Any(r => r.IsWalk && r.Service == s.Code)).Select(Implied).ToList();
        foreach (var rule in implied.Where(r => !seen.Add(r.Id)))
        {
            pack.Require(
                false, "rules", $"编号 {rule.Id} 留给服务自身的限值，请改名", $"the id {rule.Id} is that of the service's own limit; choose another");
        }

        return [.. implied, .. rules];
    }

    public static ComplexRule? Complex(PackNode pack, IReadOnlyList<string> known)
    {
        if (pack.Object("complex", needed: false) is not { } node)
        {
            return null;
        }

        var (least, wished) = (Area(node, "least_area_m2"), Area(node, "wished_area_m2"));
        var (functions, priority) = (node.Whole("least_functions", 1, 64), node.Whole("least_priority", 0, 64));
        var codes = node.Texts("priority_services");
        var (clause, source, verification) = (node.Text("clause"), node.Local("source"), node.Word("verification", RuleWords.Verifications));
        node.End();
        node.Require(
            !(wished < least), "wished_area_m2", "期望面积小于最低面积：改正其中一个", "the area wished for is below the least one: correct one of them");
        node.Require(
            !(functions > known.Count), "least_functions", $"规则包只有 {known.Count} 项服务", $"the pack has but {known.Count} services");
        node.Require(
            !(priority > codes.Count), "least_priority", $"只列出了 {codes.Count} 项优先服务", $"only {codes.Count} priority services are named");
        node.Require(
            !(priority > functions), "least_priority", "优先功能数不能多于功能数 least_functions", "it cannot be above least_functions");
        for (var i = 0; i < codes.Count; i++)
        {
            CheckService(node, $"priority_services[{i}]", codes[i], known);
            node.Require(codes.Take(i).All(c => c != codes[i]), $"priority_services[{i}]", "重复列出", "this is named twice");
        }

        return least is { } l && wished is { } w && functions is { } f && priority is { } p && clause is not null && source is not null && verification is { } v
            ? new ComplexRule(l, w, f, codes, p, clause, source, v) : null;
    }

    private static PlanningRule? Rule(
        PackNode node, IReadOnlyList<ServiceRule> services, IReadOnlyList<string> codes, IReadOnlyList<WalkerProfile> profiles)
    {
        var (id, service) = (PackReader.Id(node), node.Text("service", needed: false));
        var own = service is null ? null : services.FirstOrDefault(s => s.Code == service);
        var name = node.Local("name", needed: service is null) ?? own?.Name;
        var (tier, criterion) = (node.Word("tier", RuleWords.Tiers, needed: false), node.Word("criterion", RuleWords.Criteria));
        var (value, to) = (Value(node, "value", criterion), Value(node, "value_to", criterion, needed: false));
        var (force, level) = (node.Word("force", RuleWords.Forces), node.Word("level", RuleWords.Levels, needed: false));
        var (clause, source, verification) = (node.Text("clause"), node.Local("source"), node.Word("verification", RuleWords.Verifications));
        var rule = id is not null && name is not null && criterion is { } c && value is { } v && force is { } f && clause is not null
            && source is not null && verification is { } sure
            ? new PlanningRule(id, service, name, c, v, f, level ?? AreaLevel.Community, clause, source, sure)
            {
                ValueTo = to,
                Tier = tier,
                Profile = node.Text("profile", needed: false),
                Measure = node.Word("measure", RuleWords.Measures, needed: false) ?? WalkMeasure.Network,
                Denominator = node.Word("denominator", RuleWords.Denominators, needed: false) ?? RuleDenominator.ServiceGroup,
                TargetShare = node.Number("target_share", 0, 1, "", "", needed: false, orEqual: true),
                Services = Together(node, service, codes),
                Note = node.Local("note", needed: false),
            }
            : Asked(node);
        node.Require(!(to < value), "value_to", "上限小于 value：改正其中一个", "it is below value: correct one of them");
        if (service is not null)
        {
            CheckService(node, "service", service, codes);
        }

        CheckKind(node, criterion, service, level, profiles);
        node.End();
        return rule;
    }

    private static IReadOnlyList<string>? Together(PackNode node, string? service, IReadOnlyList<string> codes)
    {
        var together = node.Texts("services", needed: false);
        node.Require(
            together.Count == 0 || service is null, "services", "只用于不写 service 的规则：删去其中一个", "this goes with rules that name no service: leave one of them out");
        for (var i = 0; i < together.Count; i++)
        {
            CheckService(node, $"services[{i}]", together[i], codes);
        }

        return together.Count > 0 ? together : null;
    }

    // A rule that cannot be made is asked for the rest all the same, so that all of its problems are told at once.
    private static PlanningRule? Asked(PackNode node)
    {
        node.Texts("services", needed: false);
        node.Text("profile", needed: false);
        node.Word("measure", RuleWords.Measures, needed: false);
        node.Word("denominator", RuleWords.Denominators, needed: false);
        node.Number("target_share", 0, 1, "", "", needed: false, orEqual: true);
        node.Texts("services", needed: false);
        node.Local("note", needed: false);
        return null;
    }

    private static double? Value(PackNode node, string name, RuleCriterion? criterion, bool needed = true) => criterion switch
    {
        RuleCriterion.Distance => node.Number(name, 0, LongestMetres, " 米", " m", needed),
        RuleCriterion.Minutes => node.Number(name, 0, LongestMinutes, " 分钟", " minutes", needed),
        RuleCriterion.Count => node.Has(name) || needed ? node.Whole(name, 1, 10_000) : null,
        RuleCriterion.PlacesPer1000People => node.Number(name, 0, 10_000, " 个", " places", needed),
        null => node.Number(name, needed),
        _ => node.Number(name, 0, LargestAreaM2, " ㎡", " m²", needed),
    };

    private static double? Area(PackNode node, string name) => node.Number(name, 0, LargestAreaM2, " ㎡", " m²");

    private static void CheckKind(
        PackNode node, RuleCriterion? criterion, string? service, AreaLevel? level, IReadOnlyList<WalkerProfile> profiles)
    {
        if (criterion is not { } c)
        {
            return;
        }

        var isWalk = c is RuleCriterion.Distance or RuleCriterion.Minutes;
        foreach (var name in WalkOnly.Where(n => !isWalk && node.Has(n)))
        {
            node.Require(
                false, name, "只用于步行规则（distance、minutes）：删去", "this goes with walks only (distance, minutes): leave it out");
        }

        node.Require(
            !isWalk || level is not AreaLevel.Compound, "level", "步行规则不按小区考核，可用：district, subdistrict, community",
            "a walk rule is not asked of compounds; use district, subdistrict or community");
        node.Require(
            service is not null || !(isWalk || c is RuleCriterion.Count or RuleCriterion.PlacesPer1000People), "service",
            "缺少服务代码：只有面积规则可以不写，表示全部社区服务用房", "the service is missing: only rules about floor area may do without, and mean all services together");
        if (isWalk && node.Text("profile", needed: false) is { } profile)
        {
            PackReader.CheckProfile(node, "profile", profile, profiles);
        }
    }

    // What must be can never be more than what should be: 30 m² mandatory, 80 m² recommended; 300 m recommended, 500 m mandatory.
    private static void CheckBeside(PackNode node, PlanningRule rule, List<PlanningRule> others)
    {
        var beside = others.Where(o => o.Service == rule.Service && o.Tier == rule.Tier && o.Criterion == rule.Criterion && o.Level == rule.Level
            && o.Measure == rule.Measure && o.Name == rule.Name && o.Force != rule.Force);
        foreach (var other in beside)
        {
            var (stricter, milder) = rule.Force < other.Force ? (rule, other) : (other, rule);
            node.Require(
                rule.IsWalk ? milder.Value <= stricter.Value : milder.Value >= stricter.Value, "value",
                $"与规则 {other.Id} 矛盾：“{RuleWords.Forces.Of(stricter.Force).Name.Zh}”比“{RuleWords.Forces.Of(milder.Force).Name.Zh}”还严",
                $"this contradicts rule {other.Id}: the {RuleWords.Forces.Of(stricter.Force).Word} one asks for more than the {RuleWords.Forces.Of(milder.Force).Word} one");
        }
    }

    private static void CheckService(PackNode node, string name, string code, IReadOnlyList<string> codes)
    {
        var known = string.Join(", ", codes);
        node.Require(
            codes.Contains(code), name, $"规则包没有服务“{code}”；可用：{known}", $"the pack has no service \"{code}\"; use one of {known}");
    }

    /// <summary>The rule that a service's own limit stands for.</summary>
    private static PlanningRule Implied(ServiceRule s) => new(
        $"{s.Code}-walk", s.Code, s.Name, s.Limit.IsDistance ? RuleCriterion.Distance : RuleCriterion.Minutes,
        (s.Limit.Metres ?? s.Limit.Minutes)!.Value, RuleForce.Recommended, AreaLevel.Community, "", s.Source, s.Verification)
    {
        IsImplied = true,
    };
}
