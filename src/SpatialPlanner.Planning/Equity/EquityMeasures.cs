namespace SpatialPlanner.Planning.Equity;

/// <summary>All measures of equity of some people's walks to one service.</summary>
/// <param name="People">Number of people.</param>
/// <param name="UnreachedPeople">People among them who reach nothing; they stand at the cap.</param>
/// <param name="MeanMinutes">Mean walk, minutes.</param>
/// <param name="WorstDecileMinutes">Mean walk of the tenth with the longest walks, minutes.</param>
/// <param name="Gini">Gini index.</param>
/// <param name="Palma">Palma ratio.</param>
/// <param name="Theil">Theil index with its parts.</param>
/// <param name="Concentration">Concentration index.</param>
/// <param name="Fgt0">Share of people over the limit.</param>
/// <param name="Fgt1">Mean excess over the limit.</param>
/// <param name="Fgt2">Mean squared excess over the limit.</param>
/// <param name="Lorenz">The Lorenz curve.</param>
/// <param name="Reason">Why measures are null: words of <see cref="Reasons"/> joined by <c>;</c>, or null where none is.</param>
public sealed record EquityMeasures(
    long People, long UnreachedPeople, double? MeanMinutes, double? WorstDecileMinutes, double? Gini, double? Palma,
    TheilIndex? Theil, double? Concentration, double? Fgt0, double? Fgt1, double? Fgt2, IReadOnlyList<double>? Lorenz,
    string? Reason)
{
    /// <summary>Nobody of the group lives there.</summary>
    public const string NoPeople = "no_people";

    /// <summary>Nobody reaches the service: all stand at the cap, and only the share over the limit is a figure.</summary>
    public const string NobodyReached = "nobody_reached";

    /// <summary>The four tenths with the shortest walks do not walk at all, so nothing can be divided by their minutes.</summary>
    public const string NoWalk = "no_walk";

    /// <summary>All communities rank alike, or there is one only.</summary>
    public const string NoRanking = "no_ranking";

    /// <summary>All reasons.</summary>
    public static readonly IReadOnlyList<string> Reasons = [NoPeople, NobodyReached, NoWalk, NoRanking];

    /// <summary>Takes the measures.</summary>
    /// <param name="walks">The walks.</param>
    /// <param name="rankBy">What communities are ranked by for the concentration index, rising.</param>
    public static EquityMeasures Of(WalkDistribution walks, Func<int, double> rankBy)
    {
        var fgt0 = FgtIndex.Of(walks, 0);
        if (walks.UnreachedPeople == walks.People)
        {
            return new EquityMeasures(
                walks.People, walks.UnreachedPeople, null, null, null, null, null, null, fgt0, null, null, null,
                walks.People == 0 ? NoPeople : NobodyReached);
        }

        var (palma, concentration) = (PalmaRatio.Of(walks), ConcentrationIndex.Of(walks, rankBy));
        string?[] reasons = [palma is null ? NoWalk : null, concentration is null ? NoRanking : null];
        return new EquityMeasures(
            walks.People, walks.UnreachedPeople, walks.MeanMinutes, WorstDecile.Of(walks), GiniIndex.Of(walks), palma,
            TheilIndex.Of(walks), concentration, fgt0, FgtIndex.Of(walks, 1), FgtIndex.Of(walks, 2), LorenzCurve.Of(walks),
            string.Join(';', reasons.OfType<string>()) is { Length: > 0 } reason ? reason : null);
    }
}
