namespace SpatialPlanner.Planning.Equity;

/// <summary>
/// The Lorenz curve (Lorenz 1905): which share of all minutes walked falls to the share of people with the shortest walks.
/// </summary>
public static class LorenzCurve
{
    /// <summary>Number of points on the curve besides (0, 0): one for each twentieth of the people.</summary>
    public const int Points = 20;

    /// <summary>Share of the minutes at each twentieth of the people; null where nobody walks.</summary>
    /// <param name="walks">The walks.</param>
    public static IReadOnlyList<double>? Of(WalkDistribution walks) => walks.PersonMinutes > 0
        ? [.. Enumerable.Range(1, Points).Select(p => p == Points ? 1 : walks.ShortestMinutes(p, Points) / walks.PersonMinutes)]
        : null;
}
