using System.Text.Json;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Indicators;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Results.Indicators;

/// <summary>The words of a rule in tables: those of the pack's own text.</summary>
internal static class RuleText
{
    public static string NameOf(RuleCriterion criterion) => criterion switch
    {
        RuleCriterion.AreaPer1000People => "area_per_1000_people",
        RuleCriterion.AreaPer100Households => "area_per_100_households",
        RuleCriterion.PlacesPer1000People => "places_per_1000_people",
        _ => Snake($"{criterion}"),
    };

    public static string NameOf(RuleTier tier) => tier switch
    {
        RuleTier.FifteenMinute => "15min",
        RuleTier.TenMinute => "10min",
        RuleTier.FiveMinute => "5min",
        _ => "block",
    };

    public static string NameOf(RuleForce force) => Snake($"{force}");

    public static string NameOf(WalkMeasure measure) => Snake($"{measure}");

    public static string NameOf(RuleDenominator denominator) => Snake($"{denominator}");

    public static string NameOf(Verification verification) => Snake($"{verification}");

    public static string NameOf(IndicatorVerdict verdict) => Snake($"{verdict}");

    /// <summary>Notes one after the other, or null where there is none.</summary>
    public static LocalText? Join(IEnumerable<LocalText?> notes)
    {
        LocalText[] all = [.. notes.OfType<LocalText>()];
        return all.Length == 0
            ? null : new(string.Join('；', all.Select(n => n.Zh)), string.Join("; ", all.Select(n => n.En)));
    }

    public static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
