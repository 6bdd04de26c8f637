using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Planning.Indicators;

/// <summary>One indicator: how much of a denominator in an area is within the limit of a rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Level">Level of the area.</param>
/// <param name="Area">The area, as its place in the tables' areas.</param>
/// <param name="Denominator">What is counted; land in dm².</param>
/// <param name="LimitM">The limit in metres; derived from the walker's speed where the rule says minutes.</param>
/// <param name="LimitS">The limit in seconds; derived where it says metres.</param>
/// <param name="Counts">The counts; null where the data lack what is counted, or the rule names no service of the pack.</param>
/// <param name="Group">People of the service's group; null where the rule names no service of the pack.</param>
public sealed record IndicatorRow(
    PlanningRule Rule, AreaLevel Level, int Area, RuleDenominator Denominator, double LimitM, double LimitS,
    IndicatorCounts? Counts, IndicatorCounts? Group)
{
    /// <summary>True where the rule's document takes its share of this denominator.</summary>
    public bool IsOfficial => Denominator == Rule.Denominator;

    /// <summary>What is within the limit by the rule's own measure.</summary>
    public long? Numerator => Rule.Measure == WalkMeasure.Circle ? Counts?.Circle : Counts?.Network;

    /// <summary>Covered share, 0..1; null where there is nothing to cover.</summary>
    public double? Share => Counts is { Total: > 0 } counts ? (double)Numerator!.Value / counts.Total : null;

    /// <summary>People of the group whom the circle counts beyond those within the walk; below 0 where it counts fewer.</summary>
    public long? CircleExcess => Group?.Circle - Group?.Network;

    /// <summary>The share beside the rule's target; exactly the target is met.</summary>
    public IndicatorVerdict Verdict =>
        Counts is not { Total: > 0 } counts ? IndicatorVerdict.NoData
        : Rule.TargetShare is not { } target ? IndicatorVerdict.NoTarget
        : Numerator >= (decimal)target * counts.Total ? IndicatorVerdict.Met : IndicatorVerdict.NotMet;
}
