using SpatialPlanner.Planning.Demand;

namespace SpatialPlanner.Planning.Survey;

/// <summary>The population that a survey is weighted to.</summary>
/// <param name="Communities">The communities; together they are the district.</param>
/// <param name="SubdistrictCount">Number of subdistricts.</param>
/// <param name="Services">Service codes, in the order of the tables.</param>
public sealed record SurveyFrame(
    IReadOnlyList<SurveyCommunity> Communities, int SubdistrictCount, IReadOnlyList<string> Services);

/// <summary>The people of one community.</summary>
/// <param name="Code">Community code; <c>""</c> for what lies outside every community.</param>
/// <param name="Subdistrict">Its subdistrict, or -1.</param>
/// <param name="Ages">People by age, in the order of <see cref="AgeStrata.Columns"/>.</param>
public sealed record SurveyCommunity(string Code, int Subdistrict, IReadOnlyList<long> Ages)
{
    /// <summary>Everybody.</summary>
    public long People => Ages.Sum();

    /// <summary>The people of each column, the rest being those in no age group.</summary>
    /// <param name="population">Everybody.</param>
    /// <param name="ages">People of each of <see cref="DemandGroups.AgeColumns"/>.</param>
    public static IReadOnlyList<long> AgesOf(long population, IReadOnlyList<long> ages) =>
        [.. ages, Math.Max(0, population - ages.Sum())];
}
