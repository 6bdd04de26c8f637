namespace SpatialPlanner.Planning.Equity;

/// <summary>The mean walk of the tenth of the people with the longest walks.</summary>
public static class WorstDecile
{
    /// <summary>
    /// The mean in minutes: (Σ of the longest N/10 walks) ÷ (N/10). Of the building on the border only so many people count
    /// as are missing to a tenth, also where that is no whole number. Null where there is nobody.
    /// </summary>
    /// <param name="walks">The walks.</param>
    public static double? Of(WalkDistribution walks) =>
        walks.People == 0 ? null : walks.LongestMinutes(1, 10) * 10 / walks.People;
}
