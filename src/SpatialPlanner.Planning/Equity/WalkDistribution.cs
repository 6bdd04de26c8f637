namespace SpatialPlanner.Planning.Equity;

/// <summary>The walks of some people from the shortest to the longest: what every measure of equity is taken of.</summary>
public sealed class WalkDistribution
{
    private readonly Burden[] burdens;
    private readonly Dictionary<int, (long People, double Minutes)> communities = [];

    private WalkDistribution(Burden[] burdens)
    {
        this.burdens = burdens;
        foreach (var burden in burdens)
        {
            People += burden.People;
            UnreachedPeople += burden.IsReached ? 0 : burden.People;
            PersonMinutes += burden.People * burden.Minutes;
            var (people, minutes) = communities.GetValueOrDefault(burden.Community);
            communities[burden.Community] = (people + burden.People, minutes + (burden.People * burden.Minutes));
        }
    }

    /// <summary>The burdens, rising by minutes; none without people.</summary>
    public ReadOnlySpan<Burden> Burdens => burdens;

    /// <summary>Number of people.</summary>
    public long People { get; }

    /// <summary>People among them who reach nothing and stand at the cap.</summary>
    public long UnreachedPeople { get; }

    /// <summary>Minutes of all of them together.</summary>
    public double PersonMinutes { get; }

    /// <summary>Mean walk in minutes, or null where there is nobody.</summary>
    public double? MeanMinutes => People == 0 ? null : PersonMinutes / People;

    /// <summary>The communities in which they live, rising.</summary>
    public IEnumerable<int> Communities => communities.Keys.Order();

    /// <summary>People of a community and their minutes together.</summary>
    /// <param name="community">One of <see cref="Communities"/>.</param>
    public (long People, double Minutes) Of(int community) => communities[community];

    /// <summary>Sorts burdens.</summary>
    /// <param name="burdens">Burdens in any order; those without people are left out.</param>
    /// <exception cref="ArgumentException">A walk that is not a number of minutes, or a limit that is not over 0.</exception>
    public static WalkDistribution Of(IEnumerable<Burden> burdens)
    {
        Burden[] kept = [.. burdens.Where(b => b.People > 0)];
        foreach (var burden in kept)
        {
            if (!double.IsFinite(burden.Minutes) || burden.Minutes < 0 || !(burden.LimitMinutes > 0))
            {
                throw new ArgumentException(
                    "A walk is a finite number of minutes, its limit over 0; give the cap to people who reach nothing.",
                    nameof(burdens));
            }
        }

        Array.Sort(Array.ConvertAll(kept, b => b.Minutes), kept);
        return new WalkDistribution(kept);
    }

    /// <summary>Minutes of the people with the shortest walks; who stands on the border counts in part.</summary>
    /// <param name="parts">How many parts of all people are taken, e.g. 4 of 10.</param>
    /// <param name="of">Into how many equal parts all people are cut.</param>
    public double ShortestMinutes(int parts, int of)
    {
        var (left, sum) = (People * parts, 0.0);
        foreach (var burden in burdens)
        {
            Take(burden, of, ref left, ref sum);
        }

        return sum / of;
    }

    /// <summary>Minutes of the people with the longest walks; who stands on the border counts in part.</summary>
    /// <param name="parts">How many parts of all people are taken, e.g. 1 of 10.</param>
    /// <param name="of">Into how many equal parts all people are cut.</param>
    public double LongestMinutes(int parts, int of)
    {
        var (left, sum) = (People * parts, 0.0);
        for (var i = burdens.Length - 1; i >= 0; i--)
        {
            Take(burdens[i], of, ref left, ref sum);
        }

        return sum / of;
    }

    // Each person is cut into as many pieces as there are parts, so that what is taken is a whole number of pieces.
    private static void Take(Burden burden, int of, ref long left, ref double sum)
    {
        var pieces = Math.Min(left, burden.People * of);
        left -= pieces;
        sum += pieces * burden.Minutes;
    }
}
