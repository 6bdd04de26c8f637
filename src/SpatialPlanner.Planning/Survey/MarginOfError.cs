namespace SpatialPlanner.Planning.Survey;

/// <summary>How sure a share is that some answers give.</summary>
public static class MarginOfError
{
    /// <summary>Standard deviations on either side that hold 95 %.</summary>
    public const double Z95 = 1.96;

    /// <summary>
    /// By how much unequal weights enlarge the variance: n Σw² / (Σw)² (Kish 1965). 1 where all weigh the same.
    /// </summary>
    /// <param name="answers">Number of answers.</param>
    /// <param name="weights">Sum of their weights.</param>
    /// <param name="squares">Sum of the squares of their weights.</param>
    public static double DesignEffect(int answers, double weights, double squares) => answers * squares / (weights * weights);

    /// <summary>
    /// Half of the 95 % interval of a share, by Agresti and Coull (1998): two imagined answers for and two against, since the
    /// usual formula says ± 0 of three answers that all agree. The sample counts as answers / design effect, and the variance is
    /// less where a good part of the people answered, (N − n) / (N − 1).
    /// </summary>
    /// <param name="share">The share, 0..1.</param>
    /// <param name="answers">Number of answers, over 0.</param>
    /// <param name="designEffect">Design effect of their weights.</param>
    /// <param name="people">People that the share is a share of.</param>
    public static double Of(double share, int answers, double designEffect, long people)
    {
        var (counted, z2) = (answers / designEffect, Z95 * Z95);
        var n = counted + z2;
        var p = ((counted * share) + (z2 / 2)) / n;
        var finite = people > 1 ? Math.Max(0, (people - answers) / (people - 1.0)) : 0;
        return Z95 * Math.Sqrt(p * (1 - p) / n * finite);
    }
}
