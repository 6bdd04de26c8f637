using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Planning.Siting;

/// <summary>Tells complexes (综合体) from infill sites (插花式) by the rule of the pack, with reasons.</summary>
public static class SiteTypologies
{
    /// <summary>What a site becomes, and why.</summary>
    /// <param name="rule">When a site is a complex; null where the pack does not say.</param>
    /// <param name="areaM2">Floor area of the whole site, m².</param>
    /// <param name="functions">The services that it gives.</param>
    public static (SiteTypology Typology, IReadOnlyList<LocalText> Reasons) Of(
        ComplexRule? rule, double areaM2, IReadOnlyList<ServiceRule> functions)
    {
        if (rule is null)
        {
            return (SiteTypology.Infill, [new("规则包没有综合体规则", "the rule pack has no rule for complexes")]);
        }

        ServiceRule[] priority = [.. functions.Where(f => rule.PriorityServices.Contains(f.Code))];
        var isComplex = areaM2 >= rule.LeastAreaM2 && functions.Count >= rule.LeastFunctions && priority.Length >= rule.LeastPriority;
        return (isComplex ? SiteTypology.Complex : SiteTypology.Infill,
        [
            OfArea(rule, areaM2), OfFunctions(functions.Count, rule.LeastFunctions), OfPriority(priority, rule.LeastPriority),
        ]);
    }

    private static LocalText OfArea(ComplexRule rule, double areaM2)
    {
        var (area, least, wished) = (PlanWords.Area(areaM2), PlanWords.Area(rule.LeastAreaM2), PlanWords.Area(rule.WishedAreaM2));
        return areaM2 < rule.LeastAreaM2 ? new($"建筑面积 {area} ㎡，不足 {least} ㎡", $"floor area {area} m², less than {least} m²")
            : areaM2 < rule.WishedAreaM2 ? new($"建筑面积 {area} ㎡，达到 {least} ㎡，未达宜有的 {wished} ㎡", $"floor area {area} m², at least {least} m² but not the {wished} m² wished for")
            : new($"建筑面积 {area} ㎡，达到宜有的 {wished} ㎡", $"floor area {area} m², at least the {wished} m² wished for");
    }

    private static LocalText OfFunctions(int count, int least) => count < least
        ? new($"{count} 项功能，不足 {least} 项", $"functions: {count}, fewer than {least}")
        : new($"{count} 项功能，达到 {least} 项", $"functions: {count}, at least {least}");

    private static LocalText OfPriority(ServiceRule[] priority, int least)
    {
        var (zh, en) = (string.Join("、", priority.Select(f => f.Name.Zh)), string.Join(", ", priority.Select(f => f.Name.En)));
        var (zhNames, enNames) = priority.Length == 0 ? ("", "") : ($"（{zh}）", $" ({en})");
        return priority.Length < least
            ? new($"优先功能 {priority.Length} 项{zhNames}，不足 {least} 项", $"priority functions: {priority.Length}{enNames}, fewer than {least}")
            : new($"优先功能 {priority.Length} 项{zhNames}，达到 {least} 项", $"priority functions: {priority.Length}{enNames}, at least {least}");
    }
}
