namespace SpatialPlanner.Planning.Pilots;

/// <summary>
/// TOPSIS (Hwang and Yoon 1981): each criterion is divided by the length of its column, √Σx², and weighted; the score is how near an
/// alternative is to the best values of all and how far from the worst, D⁻ / (D⁺ + D⁻).
/// </summary>
public static class Topsis
{
    /// <summary>Closeness to the ideal, 0..1; 0.5 for all where all are alike.</summary>
    /// <param name="values">Values of each alternative (first index) by criterion.</param>
    /// <param name="isBenefit">True for criteria of which more is better.</param>
    /// <param name="weights">Weights; they are divided by their sum, which is over 0.</param>
    public static double[] Scores(double[][] values, IReadOnlyList<bool> isBenefit, IReadOnlyList<double> weights)
    {
        var (toBest, toWorst, sum) = (new double[values.Length], new double[values.Length], weights.Sum());
        for (var k = 0; k < weights.Count && values.Length > 0; k++)
        {
            // Divided by the largest first: the square of a large number would be none.
            var largest = values.Max(v => Math.Abs(v[k]));
            var length = largest == 0 ? 1 : largest * Math.Sqrt(values.Sum(v => v[k] / largest * (v[k] / largest)));
            double[] column = [.. values.Select(v => weights[k] / sum * (v[k] / length))];
            var (best, worst) = isBenefit[k] ? (column.Max(), column.Min()) : (column.Min(), column.Max());
            for (var a = 0; a < column.Length; a++)
            {
                toBest[a] += (column[a] - best) * (column[a] - best);
                toWorst[a] += (column[a] - worst) * (column[a] - worst);
            }
        }

        return [.. toBest.Zip(toWorst, (b, w) => b + w == 0 ? 0.5 : Math.Sqrt(w) / (Math.Sqrt(b) + Math.Sqrt(w)))];
    }
}
