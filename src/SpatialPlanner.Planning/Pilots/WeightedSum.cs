namespace SpatialPlanner.Planning.Pilots;

/// <summary>
/// Scores by a weighted sum: each criterion is stretched so that its worst value is 0 and its best 1, and weighted. A criterion
/// by which all are alike gives everybody 0.
/// </summary>
public static class WeightedSum
{
    /// <summary>Scores, 0..1.</summary>
    /// <param name="values">Values of each alternative (first index) by criterion.</param>
    /// <param name="isBenefit">True for criteria of which more is better.</param>
    /// <param name="weights">Weights; they are divided by their sum, which is over 0.</param>
    public static double[] Scores(double[][] values, IReadOnlyList<bool> isBenefit, IReadOnlyList<double> weights)
    {
        var (scores, sum) = (new double[values.Length], weights.Sum());
        for (var k = 0; k < weights.Count && values.Length > 0; k++)
        {
            var (least, most) = (values.Min(v => v[k]), values.Max(v => v[k]));
            for (var a = 0; a < scores.Length && most > least; a++)
            {
                var part = (values[a][k] - least) / (most - least);
                scores[a] += weights[k] / sum * (isBenefit[k] ? part : 1 - part);
            }
        }

        return scores;
    }
}
