using System.Text.Json;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Results.Indicators;

/// <summary>Words and notes of rules in tables; the words are those of the pack's own text.</summary>
internal static class RuleText
{
    public static string NameOf(RuleCriterion criterion) => RuleWords.Criteria.Of(criterion).Word;

    public static string NameOf(RuleForce force) => RuleWords.Forces.Of(force).Word;

    public static string? NameOf(RuleTier? tier) => tier is { } t ? RuleWords.Tiers.Of(t).Word : null;

    public static string NameOf(RuleDenominator denominator) => RuleWords.Denominators.Of(denominator).Word;

    public static string NameOf(Verification verification) => RuleWords.Verifications.Of(verification).Word;

    /// <summary>The snake_case word of a verdict, finding or action.</summary>
    public static string Snake(Enum word) => JsonNamingPolicy.SnakeCaseLower.ConvertName($"{word}");

    /// <summary>Notes one after the other, or null where there is none.</summary>
    public static LocalText? Join(IEnumerable<LocalText?> notes)
    {
        LocalText[] all = [.. notes.OfType<LocalText>()];
        return all.Length == 0
            ? null : new(string.Join('；', all.Select(n => n.Zh)), string.Join("; ", all.Select(n => n.En)));
    }
}
