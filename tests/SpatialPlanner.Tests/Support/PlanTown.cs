using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Planning.Siting;

namespace SpatialPlanner.Tests.Support;

/// <summary>
/// A made-up town as a plan problem: buildings in communities on a square, spaces among them, services with limits as the crow
/// flies. The same seed gives the same town.
/// </summary>
internal sealed record PlanTown(int Spaces, int Services, int Buildings, int Seed)
{
    private static readonly string[] Codes =
        ["elderly_care", "infant_care", "child_custody", "meals", "household", "health", "sports", "culture", "play"];

    /// <summary>Side of the square, metres.</summary>
    public double SideM { get; init; } = 6000;

    /// <summary>Number of communities along a side; subdistricts are 2 by 2 of them.</summary>
    public int CommunitiesAlong { get; init; } = 4;

    /// <summary>Limit of each service, metres; the services differ a little.</summary>
    public double LimitM { get; init; } = 600;

    /// <summary>Sizes of rooms.</summary>
    public int Sizes { get; init; } = 1;

    /// <summary>True where services 0 and 1 may not share a space.</summary>
    public bool HasExclusion { get; init; }

    /// <summary>First year of every third space.</summary>
    public int LaterYear { get; init; }

    /// <summary>Makes the problem.</summary>
    public PlanProblem Make()
    {
        var random = new Random(Seed);
        var homes = Points(random, Buildings);
        var places = Points(random, Spaces);
        var people = Enumerable.Range(0, Buildings).Select(_ => random.Next(5, 120)).ToArray();
        var community = homes.Select(CommunityOf).ToArray();
        List<int[]> need = [];
        List<long[]> total = [], covered = [];
        for (var s = 0; s < Services; s++)
        {
            // Today's facilities stand at random and cover those around them, so that gaps are patches, as they are in towns.
            var today = Points(random, 4);
            var group = people.Select(p => 1 + (p / (2 + s))).ToArray();
            need.Add([.. homes.Select((h, b) => today.Any(f => Metres(f, h) <= Limit(s)) ? 0 : group[b])]);
            total.Add(new long[CommunitiesAlong * CommunitiesAlong]);
            covered.Add(new long[CommunitiesAlong * CommunitiesAlong]);
            for (var b = 0; b < Buildings; b++)
            {
                total[s][community[b]] += group[b];
                covered[s][community[b]] += group[b] - need[s][b];
            }
        }

        var spaces = places.Select((p, at) => new PlanSpace(
            $"S{at + 1:D3}", random.Next(1000, 15000) * 10, random.Next(5, 40) * 10_000, GroupOf(CommunityOf(p)), CommunityOf(p),
            at % 3 == 2 ? LaterYear : 0)).ToList();
        return new PlanProblem
        {
            Services = Codes[..Services],
            Spaces = spaces,
            Rooms = [.. Rooms(spaces, random)],
            NotWith = [.. Enumerable.Range(0, Services).Select(s => HasExclusion && s == 0 ? 2UL : 0)],
            Need = need,
            Value = [.. Enumerable.Range(0, Services).Select(s => Enumerable.Repeat(PlanProblem.ValueOfOne, Buildings).ToArray())],
            Reach = [.. Enumerable.Range(0, Services).Select(s => ReachOf(places, homes, Limit(s)))],
            Community = community,
            Total = total,
            Covered = covered,
        };
    }

    private static double Metres((double X, double Y) a, (double X, double Y) b) =>
        Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));

    private static SparseRows ReachOf((double X, double Y)[] places, (double X, double Y)[] homes, double limit)
    {
        var (first, column, cost) = (new List<int> { 0 }, new List<int>(), new List<int>());
        foreach (var place in places)
        {
            for (var b = 0; b < homes.Length; b++)
            {
                if (Metres(place, homes[b]) is var metres && metres <= limit)
                {
                    column.Add(b);
                    cost.Add((int)(metres * 1000));
                }
            }

            first.Add(column.Count);
        }

        return new SparseRows([.. first], [.. column], [.. cost]);
    }

    private double Limit(int service) => LimitM * (1 + (0.1 * (service % 3)));

    private IEnumerable<RoomOption> Rooms(List<PlanSpace> spaces, Random random)
    {
        for (var s = 0; s < spaces.Count; s++)
        {
            for (var service = 0; service < Services; service++)
            {
                var least = (60 + (40 * (service % 4))) * 100L;
                var permitted = random.Next(5) > 0;
                for (var size = 0; permitted && size < Sizes; size++)
                {
                    var area = least * (size + 2) / 2;
                    if (area <= spaces[s].FloorAreaDm2)
                    {
                        yield return new RoomOption(s, service, area, area * (15 + service) / 2, area / 400);
                    }
                }
            }
        }
    }

    private (double X, double Y)[] Points(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => (random.NextDouble() * SideM, random.NextDouble() * SideM))];

    private int CommunityOf((double X, double Y) at) =>
        ((int)(at.Y / SideM * CommunitiesAlong) * CommunitiesAlong) + (int)(at.X / SideM * CommunitiesAlong);

    private int GroupOf(int community) =>
        (community / CommunitiesAlong / 2 * (CommunitiesAlong / 2)) + (community % CommunitiesAlong / 2);
}
