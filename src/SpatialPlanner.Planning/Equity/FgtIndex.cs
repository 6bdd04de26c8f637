namespace SpatialPlanner.Planning.Equity;

/// <summary>
/// The measures of Foster, Greer and Thorbecke (1984, Econometrica 52(3)) with the limit as the line. Theirs count who is
/// below a line and how far; a walk is a burden, so ours count who is above.
/// </summary>
public static class FgtIndex
{
    /// <summary>
    /// <c>FGTα = 1/N Σ ((x - z) / z)^α</c> over the people whose walk x is over the limit z. α = 0: their share, which is the
    /// gap table's; α = 1: the mean excess in limits; α = 2: the same squared, so that the farthest weigh most. Unlike a
    /// shortfall an excess may be over 1, and so may α = 1 and 2. Null where there is nobody.
    /// </summary>
    /// <param name="walks">The walks.</param>
    /// <param name="alpha">0, 1 or 2.</param>
    public static double? Of(WalkDistribution walks, int alpha)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(alpha);
        var sum = 0.0;
        foreach (var burden in walks.Burdens)
        {
            if (burden.Minutes > burden.LimitMinutes)
            {
                var (excess, power) = ((burden.Minutes / burden.LimitMinutes) - 1, 1.0);
                for (var times = 0; times < alpha; times++)
                {
                    power *= excess;
                }

                sum += burden.People * power;
            }
        }

        return walks.People == 0 ? null : sum / walks.People;
    }
}
