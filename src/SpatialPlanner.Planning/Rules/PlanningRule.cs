using SpatialPlanner.Engine.Districts;

namespace SpatialPlanner.Planning.Rules;

/// <summary>The circle of a standard that a rule belongs to. Tiers do not accumulate (GB 50180-2018).</summary>
public enum RuleTier
{
    /// <summary>15-minute circle (十五分钟生活圈).</summary>
    FifteenMinute,

    /// <summary>10-minute circle (十分钟生活圈).</summary>
    TenMinute,

    /// <summary>5-minute circle (五分钟生活圈).</summary>
    FiveMinute,

    /// <summary>Residential block (居住街坊).</summary>
    Block,
}

/// <summary>What a rule measures.</summary>
public enum RuleCriterion
{
    /// <summary>Share of the denominator within a distance, metres.</summary>
    Distance,

    /// <summary>Share of the denominator within a time, minutes.</summary>
    Minutes,

    /// <summary>Number of open facilities.</summary>
    Count,

    /// <summary>Floor area of the open facilities, m².</summary>
    Area,

    /// <summary>Floor area of the open facilities per 1,000 people, m².</summary>
    AreaPer1000People,

    /// <summary>Floor area of the open facilities per 100 households, m².</summary>
    AreaPer100Households,

    /// <summary>Places of the open facilities per 1,000 people of the service's group.</summary>
    PlacesPer1000People,
}

/// <summary>How binding a rule is.</summary>
public enum RuleForce
{
    /// <summary>应 (▲): must.</summary>
    Mandatory,

    /// <summary>宜 (△): should.</summary>
    Recommended,

    /// <summary>可: may.</summary>
    Optional,
}

/// <summary>How a walk criterion is measured.</summary>
public enum WalkMeasure
{
    /// <summary>Along the walk network.</summary>
    Network,

    /// <summary>As a circle around the facility (服务半径), where a standard says so.</summary>
    Circle,
}

/// <summary>What an indicator is a share of.</summary>
public enum RuleDenominator
{
    /// <summary>People of the service's own group.</summary>
    ServiceGroup,

    /// <summary>All people.</summary>
    People,

    /// <summary>Dwellings.</summary>
    Dwellings,

    /// <summary>Buildings with people.</summary>
    Buildings,

    /// <summary>Compounds with people, covered where at least half of their people are.</summary>
    Compounds,

    /// <summary>Residential land, m².</summary>
    ResidentialLand,
}

/// <summary>One rule of a pack: what should be there, who says so, and how sure that is.</summary>
/// <param name="Id">Id within the pack, e.g. <c>5min-elderly-station</c>.</param>
/// <param name="Service">Service code; null for the floor area of all community services together.</param>
/// <param name="Name">Name for people, e.g. that of the facility.</param>
/// <param name="Criterion">What is measured.</param>
/// <param name="Value">The limit of a walk, or the least number, area or places.</param>
/// <param name="Force">How binding it is.</param>
/// <param name="Level">Level of the areas that it is asked of: community, subdistrict or district.</param>
/// <param name="Clause">Clause or table of the document.</param>
/// <param name="Source">Document.</param>
/// <param name="Verification">How sure the value is.</param>
public sealed record PlanningRule(
    string Id, string? Service, LocalText Name, RuleCriterion Criterion, double Value, RuleForce Force, AreaLevel Level,
    string Clause, LocalText Source, Verification Verification)
{
    /// <summary>Upper end where the document gives a range (800–1,000 m, 600–1,000 m²); null for a single value.</summary>
    public double? ValueTo { get; init; }

    /// <summary>The circle that it belongs to, or null.</summary>
    public RuleTier? Tier { get; init; }

    /// <summary>Profile code of the walker of a walk criterion; null for the service's own.</summary>
    public string? Profile { get; init; }

    /// <summary>How a walk criterion is measured.</summary>
    public WalkMeasure Measure { get; init; }

    /// <summary>What a walk criterion is officially a share of; the others are worked out beside it.</summary>
    public RuleDenominator Denominator { get; init; }

    /// <summary>Share of the denominator that should be covered, 0..1; null where the document sets none.</summary>
    public double? TargetShare { get; init; }

    /// <summary>
    /// Codes of the services that a rule of all services together means; null for all of the pack's. A pack with schools
    /// or parks names those that are community service space.
    /// </summary>
    public IReadOnlyList<string>? Services { get; init; }

    /// <summary>What a reader should know.</summary>
    public LocalText? Note { get; init; }

    /// <summary>True where the rule was made of a service's own limit because the pack has no walk rule for it.</summary>
    public bool IsImplied { get; init; }

    /// <summary>True for the criteria that are walks.</summary>
    public bool IsWalk => Criterion is RuleCriterion.Distance or RuleCriterion.Minutes;
}
