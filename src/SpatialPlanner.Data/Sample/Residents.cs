namespace SpatialPlanner.Data.Sample;

/// <summary>People of one building or area.</summary>
/// <param name="Dwellings">Dwellings, one household each.</param>
/// <param name="People">Everybody.</param>
/// <param name="Ages">People of each age column, youngest first.</param>
internal readonly record struct Residents(int Dwellings, int People, IReadOnlyList<int> Ages)
{
    public static Residents Sum(IEnumerable<Residents> parts)
    {
        var (dwellings, people, ages) = (0, 0, new int[5]);
        foreach (var part in parts)
        {
            dwellings += part.Dwellings;
            people += part.People;
            for (var i = 0; i < ages.Length; i++)
            {
                ages[i] += part.Ages[i];
            }
        }

        return new Residents(dwellings, people, ages);
    }
}
