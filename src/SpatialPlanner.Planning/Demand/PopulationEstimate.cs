using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Planning.Demand;

/// <summary>
/// Estimates the people of buildings that do not say: from dwellings, else from housing floor area, by the constants
/// of the rule pack. Fractions are carried from one building to the next, so that the whole keeps its total:
/// a thousand houses of 2.6 people hold 2,600 and not 3,000.
/// </summary>
/// <param name="constants">Constants of the rule pack.</param>
public sealed class PopulationEstimate(PopulationConstants constants)
{
    private readonly Carry _total = new();
    private readonly double[] _shares = [.. DemandGroups.AgeColumns.Select(column => constants.AgeShares[column])];
    private readonly Carry[] _ages = [.. DemandGroups.AgeColumns.Select(_ => new Carry())];

    /// <summary>The people of each building, in the order given.</summary>
    /// <param name="buildings">What is known, one entry for each building.</param>
    /// <param name="constants">Constants of the rule pack.</param>
    public static IReadOnlyList<BuildingPeople> Of(IEnumerable<BuildingFacts> buildings, PopulationConstants constants)
    {
        var estimate = new PopulationEstimate(constants);
        return [.. buildings.Select(estimate.Next)];
    }

    /// <summary>The people of the next building.</summary>
    /// <param name="building">What is known of it.</param>
    public BuildingPeople Next(BuildingFacts building)
    {
        long? population = building.Population
            ?? (Expected(building, constants) is { } p ? _total.Take(p) : null);
        var ages = new long[_shares.Length];
        for (var (i, left) = (0, population ?? 0); i < ages.Length; i++)
        {
            // A building of one cannot hold a child and a grandparent: who finds no room goes to the next.
            ages[i] = _ages[i].Take((population ?? 0) * _shares[i], left);
            left -= ages[i];
        }

        return new BuildingPeople(population, ages, building.Population is null);
    }

    /// <summary>The people to be expected in a building, with fractions; null where its use is not known.</summary>
    /// <param name="b">What is known of it.</param>
    /// <param name="c">Constants of the rule pack.</param>
    public static double? Expected(BuildingFacts b, PopulationConstants c)
    {
        if (b.Dwellings is { } dwellings)
        {
            return dwellings * c.PeoplePerDwelling;
        }

        var floorArea = b.FloorAreaM2 ?? (b.FootprintM2 * (b.Storeys ?? c.DefaultStoreys));
        return b.Use switch
        {
            "residential" => floorArea / c.FloorAreaPerPersonM2,
            "mixed" => floorArea * c.MixedUseShare / c.FloorAreaPerPersonM2,
            "other" => 0,
            _ => null,
        };
    }

    /// <summary>Gives out whole numbers whose sum stays within half of the sum of what was asked for, where there is room.</summary>
    private sealed class Carry
    {
        private double _asked;
        private long _given;

        public long Take(double amount, long most = long.MaxValue)
        {
            _asked += amount;
            var whole = Math.Clamp((long)Math.Round(_asked, MidpointRounding.AwayFromZero) - _given, 0, most);
            _given += whole;
            return whole;
        }
    }
}
