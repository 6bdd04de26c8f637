using SpatialPlanner.Data.Results;
using SpatialPlanner.Data.Results.Pilots;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Pilots;

namespace SpatialPlanner.Server.Api;

/// <summary>A choice of pilots by the user's weights.</summary>
/// <param name="Count">How many; without it 19, or a fifth of fewer than 60 communities.</param>
/// <param name="Weights">Weight by criterion; one that is not named weighs nothing. Without it the default weights.</param>
/// <param name="PerSubdistrictMin">At least so many in each subdistrict; without it 1 where that can be.</param>
/// <param name="PerSubdistrictMax">At most so many; without it no bound.</param>
/// <param name="Seed">Seed of the random weights.</param>
internal sealed record PilotRequest(
    int? Count = null, IReadOnlyDictionary<string, double>? Weights = null, int? PerSubdistrictMin = null,
    int? PerSubdistrictMax = null, ulong? Seed = null);

/// <summary>Pilots, and how firm the choice is.</summary>
internal sealed record PilotDocument(
    string Fingerprint, int Count, int PerSubdistrictMin, int? PerSubdistrictMax, ulong Seed, int Draws, double Spread,
    double? Spearman, double? Kendall, IReadOnlyList<string> Chosen, IReadOnlyList<PilotCriterionLine> Criteria,
    IReadOnlyList<PilotLine> Communities, IReadOnlyList<LocalText> Warnings)
{
    public static PilotDocument Of(Assessment assessment, PilotAnswer answer)
    {
        var (question, chosen) = (answer.Question, answer.Chosen.ToHashSet());
        return new(
            assessment.Loaded.District.Fingerprint, question.Count, question.LeastPerSubdistrict, question.MostPerSubdistrict,
            question.Seed, question.Draws, question.Spread, Six(answer.Spearman), Six(answer.Kendall),
            [.. answer.Chosen.Select(a => answer.Candidates[a].Code)],
            [.. answer.Tippings.Select(t => PilotCriterionLine.Of(answer, t))],
            [.. answer.Ranking.Order.Select((a, place) => PilotLine.Of(answer, a, place + 1, chosen.Contains(a)))],
            PilotRun.Warnings(assessment));
    }

    public static double? Six(double? value) => value is { } v ? Math.Round(v, 6) : null;
}

/// <summary>A criterion, its weight, and how far that can be moved before the choice changes.</summary>
internal sealed record PilotCriterionLine(
    string Code, LocalText Name, LocalText Unit, bool MoreIsBetter, double Weight, double? LowerWeight, double? HigherWeight,
    double? SmallestChange, IReadOnlyList<string> Leaves, IReadOnlyList<string> Enters)
{
    public static PilotCriterionLine Of(PilotAnswer answer, PilotTipping tipping)
    {
        var criterion = PilotCriteria.All[tipping.Criterion];
        return new(
            criterion.Code, criterion.Name, criterion.Unit, criterion.IsBenefit, Math.Round(tipping.Weight, 6),
            PilotDocument.Six(tipping.Down), PilotDocument.Six(tipping.Up), PilotDocument.Six(tipping.Change),
            [.. tipping.Leaves.Select(a => answer.Candidates[a].Code)], [.. tipping.Enters.Select(a => answer.Candidates[a].Code)]);
    }
}

/// <summary>A community, by its place in the order.</summary>
internal sealed record PilotLine(
    string Code, int Order, bool Chosen, double ChosenShare, int BestOrder, int WorstOrder, double MeanRank, double WeightedSum,
    int WeightedSumRank, double Topsis, int TopsisRank, IReadOnlyList<double?> Values)
{
    public static PilotLine Of(PilotAnswer answer, int a, int order, bool chosen) => new(
        answer.Candidates[a].Code, order, chosen, Math.Round(answer.ChosenShare[a], 4), answer.RankRange[a].Best, answer.RankRange[a].Worst,
        answer.Ranking.MeanRank(a), Math.Round(answer.Ranking.WeightedSum[a], 6), answer.Ranking.SumRank[a],
        Math.Round(answer.Ranking.Topsis[a], 6), answer.Ranking.TopsisRank[a], [.. answer.Candidates[a].Values.Select(Rounded.Milli)]);
}
