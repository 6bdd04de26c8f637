namespace SpatialPlanner.Planning.Equity;

/// <summary>
/// The concentration index: does the walking fall to those who rank high in something else (Kakwani, Wagstaff and van
/// Doorslaer 1997, Journal of Econometrics 77(1); O'Donnell, van Doorslaer, Wagstaff and Lindelow 2008, Analyzing Health
/// Equity Using Household Survey Data, World Bank, chapter 8).
/// </summary>
public static class ConcentrationIndex
{
    /// <summary>
    /// <c>C = 2 cov(x, r) / μ</c> over people, x minutes, μ their mean, r the fractional rank: the share of people who rank
    /// lower, and half of those who rank alike (ties share the mean rank). Between -1 and 1: over 0 where those who rank
    /// high walk farther. The same number is the slope of the convenient regression <c>2 var(r) x/μ = α + C r + ε</c>.
    /// Null where there is nobody or all rank alike, 0 where nobody walks.
    /// </summary>
    /// <param name="walks">The walks.</param>
    /// <param name="rankBy">What the people of a community are ranked by, rising.</param>
    public static double? Of(WalkDistribution walks, Func<int, double> rankBy)
    {
        var blocks = new SortedDictionary<double, (long People, double PersonMinutes)>();
        foreach (var community in walks.Communities)
        {
            var ((people, minutes), rank) = (walks.Of(community), rankBy(community));
            var (before, minutesBefore) = blocks.GetValueOrDefault(rank);
            blocks[rank] = (before + people, minutesBefore + minutes);
        }

        return blocks.Count < 2 ? null : OfBlocks(walks, blocks.Values);
    }

    /// <summary>
    /// The index of blocks of people in the order of their rank. With r = (B + C) / 2N, where B people rank lower than the
    /// block and C is B and the block's own, the covariance is <c>Σ X (B + C - N) / (N ΣX)</c>, X the block's minutes.
    /// </summary>
    internal static double OfBlocks(WalkDistribution walks, IEnumerable<(long People, double PersonMinutes)> blocks)
    {
        var (before, sum) = (0L, 0.0);
        foreach (var (people, minutes) in blocks)
        {
            sum += minutes * ((2 * before) + people - walks.People);
            before += people;
        }

        return walks.PersonMinutes > 0 ? sum / (walks.People * walks.PersonMinutes) : 0;
    }
}
