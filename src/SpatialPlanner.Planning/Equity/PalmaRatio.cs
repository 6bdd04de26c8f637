namespace SpatialPlanner.Planning.Equity;

/// <summary>
/// The Palma ratio: minutes of the tenth with the longest walks over those of the four tenths with the shortest (Palma 2011,
/// Development and Change 42(1); Cobham and Sumner 2013, Center for Global Development, working paper 343).
/// </summary>
public static class PalmaRatio
{
    /// <summary>
    /// The ratio: 1/4 where all walk alike, larger where few walk far. Buildings on a border are split exactly. Null where
    /// the four tenths do not walk at all, or there is nobody.
    /// </summary>
    /// <param name="walks">The walks.</param>
    public static double? Of(WalkDistribution walks) =>
        walks.ShortestMinutes(4, 10) is var shortest and > 0 ? walks.LongestMinutes(1, 10) / shortest : null;
}
