namespace SpatialPlanner.Data.Sample;

/// <summary>
/// Moves the people in. Shares are carried from building to building, so that whole people add up to the wished
/// total and to the age shares of their community.
/// </summary>
internal static class Settling
{
    private const double MeanElderlyShare = 0.2;
    private const double OldestAmongElderly = 0.15;

    public static List<Residents> Settle(SampleRecipe recipe, SampleCity city)
    {
        var random = new SampleRandom(recipe.Seed, 6);
        var dwellings = city.Houses.Select(h => Dwellings(h, city, random)).ToList();
        var weights = city.Houses
            .Select((h, i) => dwellings[i] * PeoplePerDwelling(city.Parcels[h.Parcel].Housing)
                * random.Between(0.88, 1.12))
            .ToList();
        var perWeight = recipe.Residents / weights.Sum();
        var carried = city.Communities.Select(_ => new double[5]).ToList();
        var (sum, given) = (0.0, 0);
        var settled = new List<Residents>(weights.Count);
        for (var i = 0; i < weights.Count; i++)
        {
            sum += weights[i] * perWeight;
            var people = (int)Math.Round(sum) - given;
            given += people;
            var community = city.Communities[city.Parcels[city.Houses[i].Parcel].Community];
            var ages = Ages(people, community.ElderlyShare, carried[community.Index]);
            settled.Add(new Residents(dwellings[i], people, ages));
        }

        return settled;
    }

    private static int Dwellings(House house, SampleCity city, SampleRandom random)
    {
        var each = city.Parcels[house.Parcel].Housing switch
        {
            HousingKind.Lanes => 42,
            HousingKind.WalkUp => 80,
            HousingKind.MidRise => 102,
            _ => 124,
        };
        var size = each * random.Between(0.92, 1.1);
        return house.HousingM2 == 0 ? 0 : Math.Max(1, (int)Math.Round(house.HousingM2 * 0.86 / size));
    }

    private static double PeoplePerDwelling(HousingKind housing) => housing switch
    {
        HousingKind.Lanes => 2.5,
        HousingKind.WalkUp => 2.55,
        HousingKind.MidRise => 2.7,
        _ => 2.6,
    };

    private static int[] Ages(int people, double elderlyShare, double[] carried)
    {
        // Young quarters have the children that old ones lack.
        var young = 1 + (1.1 * (MeanElderlyShare - elderlyShare) / MeanElderlyShare);
        double[] shares =
        [
            0.025 * young, 0.0313 * young, 0.073 * young, elderlyShare * (1 - OldestAmongElderly),
            elderlyShare * OldestAmongElderly,
        ];
        var (ages, rest) = (new int[5], people);
        for (var i = 0; i < ages.Length; i++)
        {
            carried[i] += people * shares[i];
            ages[i] = Math.Min(rest, (int)Math.Floor(carried[i]));
            carried[i] -= ages[i];
            rest -= ages[i];
        }

        return ages;
    }
}
