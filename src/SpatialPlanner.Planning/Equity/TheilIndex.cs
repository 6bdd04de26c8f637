namespace SpatialPlanner.Planning.Equity;

/// <summary>
/// The Theil index T, split into what lies between communities and what lies within them (Theil 1967, Economics and
/// Information Theory).
/// </summary>
/// <param name="Between">What would be left if everybody walked the mean of their community.</param>
/// <param name="Within">What lies within the communities, each weighted by its share of all minutes.</param>
public readonly record struct TheilIndex(double Between, double Within)
{
    /// <summary>The whole index; the two parts add up to it.</summary>
    public double Total => Between + Within;

    /// <summary>
    /// <c>T = 1/N Σ (x/μ) ln(x/μ)</c> over people, a walk of 0 adding 0: 0 where all walk alike, at most ln N. With s the
    /// share of all minutes that falls to a community and m its mean, <c>T = Σ s ln(m/μ) + Σ s T(community)</c>. Null where
    /// there is nobody, 0 where nobody walks.
    /// </summary>
    /// <param name="walks">The walks.</param>
    public static TheilIndex? Of(WalkDistribution walks)
    {
        if (walks.MeanMinutes is not { } mean || mean == 0)
        {
            return walks.People == 0 ? null : default(TheilIndex);
        }

        var within = 0.0;
        foreach (var burden in walks.Burdens)
        {
            var (people, minutes) = walks.Of(burden.Community);
            within += burden.Minutes > 0
                ? burden.People * burden.Minutes * Math.Log(burden.Minutes * people / minutes) : 0;
        }

        var between = walks.Communities.Select(walks.Of).Where(c => c.Minutes > 0)
            .Sum(c => c.Minutes * Math.Log(c.Minutes / c.People / mean));
        return new TheilIndex(between / walks.PersonMinutes, within / walks.PersonMinutes);
    }
}
