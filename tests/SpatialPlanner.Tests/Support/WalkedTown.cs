using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Planning.Demand;

namespace SpatialPlanner.Tests.Support;

/// <summary>
/// Homes whose walks are given and not searched: for what is worked out of walks. Area 0 is the district, 1 and 2 are its
/// subdistricts, 3 to 6 communities, two in each subdistrict.
/// </summary>
internal static class WalkedTown
{
    public const int FirstCommunity = 3, Communities = 4;

    /// <summary>A district of homes at places in metres; a home's people are given by demand group.</summary>
    public static District Of(IReadOnlyList<(double East, double North, int Community, int[] People)> homes)
    {
        var town = GridTown.Of(1, 100);
        int[] level = [.. homes.Select(h => h.Community)];
        return new District
        {
            Network = town.Network,
            PlaceLinker = town.Linker,
            Areas = new AreaColumns
            {
                Level =
                [
                    AreaLevel.District, AreaLevel.Subdistrict, AreaLevel.Subdistrict, AreaLevel.Community, AreaLevel.Community,
                    AreaLevel.Community, AreaLevel.Community,
                ],
                Code = ["d", "s0", "s1", "c0", "c1", "c2", "c3"],
                Name = ["d", "s0", "s1", "c0", "c1", "c2", "c3"],
                NameEn = ["d", "s0", "s1", "c0", "c1", "c2", "c3"],
            },
            Buildings = new BuildingColumns
            {
                Id = [.. homes.Select((_, b) => $"b{b:d4}")],
                X = [.. homes.Select(h => h.East)],
                Y = [.. homes.Select(h => h.North)],
                People = [.. DemandGroups.All.Select((_, g) => homes.Select(h => h.People[g]).ToArray())],
                Dwellings = new int[homes.Count],
                Residential = [.. homes.Select(h => h.People[0] > 0)],
                Area =
                [
                    new int[homes.Count], [.. level.Select(c => 1 + (c / 2))], [.. level.Select(c => FirstCommunity + c)],
                    [.. level.Select(_ => BuildingColumns.NoArea)],
                ],
            },
            BuildingLinks = town.Link(),
            Facilities = new FacilityColumns { Id = [], X = [], Y = [], Services = [], IsOpen = [] },
            FacilityLinks = town.Link(),
            Fingerprint = "walked",
        };
    }

    /// <summary>People of each demand group, drawn by lot; the ages add up, and some homes stand empty.</summary>
    public static int[] People(Random random)
    {
        int[] ages = [random.Next(3), random.Next(3), random.Next(4), random.Next(8), random.Next(3)];
        var all = random.Next(6) == 0 ? 0 : ages.Sum() + random.Next(40);
        return all == 0 ? new int[7] : [all, ages[0], ages[1], ages[2], ages[3] + ages[4], ages[3], ages[4]];
    }

    /// <summary>Walks drawn by lot up to 1,500 m; some homes reach nothing.</summary>
    public static NearestFacility Walks(Random random, int homes) => new(
        [.. Enumerable.Range(0, homes).Select(_ => random.Next(8) == 0 ? WalkCosts.Unreached : random.Next(1_500_000))],
        new int[homes]);
}
