namespace SpatialPlanner.Planning.Pilots;

/// <summary>Pilots chosen, and how firm the choice is.</summary>
/// <param name="Candidates">The communities, by rising code.</param>
/// <param name="Question">The question.</param>
/// <param name="Values">Their values with what is not known filled in by the worst of the others.</param>
/// <param name="Ranking">How they rank.</param>
/// <param name="Chosen">The pilots, best first.</param>
/// <param name="ChosenShare">Share of the random weights by which each is chosen.</param>
/// <param name="RankRange">Lowest and highest place of each in the order of the random weights.</param>
/// <param name="Tippings">For each criterion how far its weight can be moved.</param>
/// <param name="Spearman">Rank correlation of the two methods; null for fewer than two communities.</param>
/// <param name="Kendall">The same by pairs.</param>
public sealed record PilotAnswer(
    IReadOnlyList<PilotCandidate> Candidates, PilotQuestion Question, double[][] Values, PilotRanking Ranking,
    IReadOnlyList<int> Chosen, IReadOnlyList<double> ChosenShare, IReadOnlyList<(int Best, int Worst)> RankRange,
    IReadOnlyList<PilotTipping> Tippings, double? Spearman, double? Kendall)
{
    /// <summary>Chooses pilots.</summary>
    /// <param name="candidates">The communities, by rising code.</param>
    /// <param name="criteria">The criteria.</param>
    /// <param name="question">The question, free of contradictions.</param>
    public static PilotAnswer Find(
        IReadOnlyList<PilotCandidate> candidates, IReadOnlyList<PilotCriterion> criteria, PilotQuestion question)
    {
        bool[] isBenefit = [.. criteria.Select(c => c.IsBenefit)];
        var values = Filled(candidates, isBenefit);
        var trials = new PilotTrials(values, isBenefit, [.. candidates.Select(c => c.Subdistrict)], question);
        var (ranking, chosen) = trials.With(question.Weights);
        var (share, range) = trials.AtRandom();
        return new PilotAnswer(
            candidates, question, values, ranking, chosen, share, range,
            [.. Enumerable.Range(0, criteria.Count).Select(k => trials.TippingOf(k, chosen))],
            RankCorrelation.Spearman(ranking.SumRank, ranking.TopsisRank),
            RankCorrelation.Kendall(ranking.SumRank, ranking.TopsisRank));
    }

    // What is not known counts as the worst that is: nobody is chosen for a gap in the data.
    private static double[][] Filled(IReadOnlyList<PilotCandidate> candidates, bool[] isBenefit)
    {
        double[] worst =
        [
            .. isBenefit.Select((benefit, k) => candidates.Select(c => c.Values[k]).OfType<double>().ToList() is { Count: > 0 } known
                ? benefit ? known.Min() : known.Max() : 0),
        ];
        return [.. candidates.Select(c => c.Values.Select((v, k) => v ?? worst[k]).ToArray())];
    }
}
