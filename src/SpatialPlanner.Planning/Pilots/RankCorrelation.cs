namespace SpatialPlanner.Planning.Pilots;

/// <summary>How alike two rankings without ties are.</summary>
public static class RankCorrelation
{
    /// <summary>Spearman's ρ, 1 − 6 Σd² / (n (n² − 1)): 1 alike, −1 reversed; null for fewer than two.</summary>
    /// <param name="one">Ranks from 1.</param>
    /// <param name="other">Ranks from 1.</param>
    public static double? Spearman(IReadOnlyList<int> one, IReadOnlyList<int> other)
    {
        var n = (double)one.Count;
        return n < 2 ? null : 1 - (6 * one.Zip(other, (a, b) => (double)(a - b) * (a - b)).Sum() / (n * ((n * n) - 1)));
    }

    /// <summary>Kendall's τ: pairs in the same order less pairs in the other, as a share of all; null for fewer than two.</summary>
    /// <param name="one">Ranks from 1.</param>
    /// <param name="other">Ranks from 1.</param>
    public static double? Kendall(IReadOnlyList<int> one, IReadOnlyList<int> other)
    {
        var (n, sum) = (one.Count, 0L);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < i; j++)
            {
                sum += Math.Sign(one[i] - one[j]) * Math.Sign(other[i] - other[j]);
            }
        }

        return n < 2 ? null : sum / (n * (n - 1) / 2.0);
    }
}
