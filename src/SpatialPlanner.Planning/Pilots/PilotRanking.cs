namespace SpatialPlanner.Planning.Pilots;

/// <summary>The alternatives ranked by both methods, and by the mean of the two ranks.</summary>
/// <param name="WeightedSum">Scores of the weighted sum.</param>
/// <param name="Topsis">Scores of TOPSIS.</param>
/// <param name="SumRank">Rank of each by the weighted sum, from 1; on a tie the lower code goes first.</param>
/// <param name="TopsisRank">Rank of each by TOPSIS, likewise.</param>
/// <param name="Order">The alternatives by mean rank; on a tie the better weighted sum goes first, then the lower code.</param>
public sealed record PilotRanking(double[] WeightedSum, double[] Topsis, int[] SumRank, int[] TopsisRank, int[] Order)
{
    // Scores closer than this differ by the error of a sum and not by anything that was measured.
    private const int Digits = 12;

    /// <summary>Mean of the two ranks of an alternative.</summary>
    /// <param name="alternative">Alternative.</param>
    public double MeanRank(int alternative) => (SumRank[alternative] + TopsisRank[alternative]) / 2.0;

    /// <summary>Ranks alternatives.</summary>
    /// <param name="values">Values of each alternative (first index, by rising code) by criterion.</param>
    /// <param name="isBenefit">True for criteria of which more is better.</param>
    /// <param name="weights">Weights.</param>
    public static PilotRanking Of(double[][] values, IReadOnlyList<bool> isBenefit, IReadOnlyList<double> weights)
    {
        var (sum, topsis) = (Pilots.WeightedSum.Scores(values, isBenefit, weights), Pilots.Topsis.Scores(values, isBenefit, weights));
        var ranking = new PilotRanking(sum, topsis, RanksOf(sum), RanksOf(topsis), []);
        return ranking with
        {
            Order = [.. Enumerable.Range(0, sum.Length).OrderBy(ranking.MeanRank).ThenBy(a => ranking.SumRank[a])],
        };
    }

    private static int[] RanksOf(double[] scores)
    {
        var (ranks, rank) = (new int[scores.Length], 0);
        foreach (var a in Enumerable.Range(0, scores.Length).OrderByDescending(a => Math.Round(scores[a], Digits)))
        {
            ranks[a] = ++rank;
        }

        return ranks;
    }
}
