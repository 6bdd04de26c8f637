using SpatialPlanner.Engine.Districts;

namespace SpatialPlanner.Planning.Rules;

/// <summary>A word of the pack's text, what it stands for, and its name for people.</summary>
/// <typeparam name="T">What it stands for.</typeparam>
/// <param name="Word">The word, e.g. <c>area_per_1000_people</c>.</param>
/// <param name="Value">What it stands for.</param>
/// <param name="Name">Name for people.</param>
public sealed record RuleWord<T>(string Word, T Value, LocalText Name);

/// <summary>The words in which a pack writes its rules; tables and pages use the same ones.</summary>
public static class RuleWords
{
    /// <summary>Tiers.</summary>
    public static readonly IReadOnlyList<RuleWord<RuleTier>> Tiers =
    [
        new("15min", RuleTier.FifteenMinute, new("十五分钟生活圈", "15-minute circle")),
        new("10min", RuleTier.TenMinute, new("十分钟生活圈", "10-minute circle")),
        new("5min", RuleTier.FiveMinute, new("五分钟生活圈", "5-minute circle")),
        new("block", RuleTier.Block, new("居住街坊", "Residential block")),
    ];

    /// <summary>Criteria.</summary>
    public static readonly IReadOnlyList<RuleWord<RuleCriterion>> Criteria =
    [
        new("distance", RuleCriterion.Distance, new("步行距离（米）", "distance, m")),
        new("minutes", RuleCriterion.Minutes, new("步行时间（分钟）", "minutes")),
        new("count", RuleCriterion.Count, new("个数", "count")),
        new("area", RuleCriterion.Area, new("建筑面积（㎡）", "floor area, m²")),
        new("area_per_1000_people", RuleCriterion.AreaPer1000People, new("千人面积（㎡）", "m² per 1,000 people")),
        new("area_per_100_households", RuleCriterion.AreaPer100Households, new("百户面积（㎡）", "m² per 100 households")),
        new("places_per_1000_people", RuleCriterion.PlacesPer1000People, new("千人位数", "places per 1,000 people")),
    ];

    /// <summary>How binding a rule is.</summary>
    public static readonly IReadOnlyList<RuleWord<RuleForce>> Forces =
    [
        new("mandatory", RuleForce.Mandatory, new("应", "mandatory")),
        new("recommended", RuleForce.Recommended, new("宜", "recommended")),
        new("optional", RuleForce.Optional, new("可", "optional")),
    ];

    /// <summary>Measures of a walk.</summary>
    public static readonly IReadOnlyList<RuleWord<WalkMeasure>> Measures =
    [
        new("network", WalkMeasure.Network, new("路网", "network")),
        new("circle", WalkMeasure.Circle, new("服务半径（圆）", "circle")),
    ];

    /// <summary>Denominators of a share.</summary>
    public static readonly IReadOnlyList<RuleWord<RuleDenominator>> Denominators =
    [
        new("service_group", RuleDenominator.ServiceGroup, new("服务人群", "the service's group")),
        new("people", RuleDenominator.People, new("全体居民", "people")),
        new("dwellings", RuleDenominator.Dwellings, new("住户", "dwellings")),
        new("buildings", RuleDenominator.Buildings, new("住宅楼", "buildings")),
        new("compounds", RuleDenominator.Compounds, new("小区", "compounds")),
        new("residential_land", RuleDenominator.ResidentialLand, new("居住用地", "residential land")),
    ];

    /// <summary>Levels of areas.</summary>
    public static readonly IReadOnlyList<RuleWord<AreaLevel>> Levels =
    [
        new("district", AreaLevel.District, new("区", "district")),
        new("subdistrict", AreaLevel.Subdistrict, new("街道", "subdistrict")),
        new("community", AreaLevel.Community, new("社区", "community")),
        new("compound", AreaLevel.Compound, new("小区", "compound")),
    ];

    /// <summary>How sure a figure is.</summary>
    public static readonly IReadOnlyList<RuleWord<Verification>> Verifications =
    [
        new("verified", Verification.Verified, new("原文核对", "read in the document")),
        new("secondary", Verification.Secondary, new("二手", "secondary")),
        new("unverified", Verification.Unverified, new("待核实", "to be verified")),
    ];

    /// <summary>The entry of a value.</summary>
    /// <typeparam name="T">What words stand for.</typeparam>
    /// <param name="words">One of the lists.</param>
    /// <param name="value">The value.</param>
    public static RuleWord<T> Of<T>(this IReadOnlyList<RuleWord<T>> words, T value) =>
        words.First(w => EqualityComparer<T>.Default.Equals(w.Value, value));
}
