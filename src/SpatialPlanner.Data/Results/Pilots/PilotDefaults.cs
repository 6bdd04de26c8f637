using SpatialPlanner.Planning.Pilots;

namespace SpatialPlanner.Data.Results.Pilots;

/// <summary>How pilots are chosen where the user does not say.</summary>
public static class PilotDefaults
{
    /// <summary>Pilots of a district of 60 communities or more: 19, as of Beilin's 105; of a smaller one a fifth.</summary>
    /// <param name="communities">Communities that can be chosen.</param>
    public static int Count(int communities) => communities >= 60 ? 19 : Math.Max(1, communities / 5);

    /// <summary>
    /// The default question: default weights and number, and one pilot or more in each subdistrict where there are enough for that.
    /// </summary>
    /// <param name="sizes">Communities that can be chosen in each subdistrict.</param>
    public static PilotQuestion Question(IReadOnlyList<int> sizes)
    {
        var count = Count(sizes.Sum());
        return new PilotQuestion(count, PilotCriteria.Weights, sizes.Count <= count ? 1 : 0);
    }

    /// <summary>Weights of all criteria by those that are named; the others weigh nothing.</summary>
    /// <param name="named">Weights by criterion.</param>
    /// <param name="unknown">A name that is no criterion, or null.</param>
    public static IReadOnlyList<double> Weights(IReadOnlyDictionary<string, double> named, out string? unknown)
    {
        unknown = named.Keys.Order(StringComparer.Ordinal).FirstOrDefault(k => PilotCriteria.All.All(c => c.Code != k));
        return [.. PilotCriteria.All.Select(c => named.GetValueOrDefault(c.Code))];
    }
}
