using NetTopologySuite.Geometries;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Planning.Demand;
using SpatialPlanner.Planning.Gaps;
using SpatialPlanner.Planning.Patches;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Planning.Patches;

public class GapPatchesTests
{
    private static readonly CoverageLimit Limit = CoverageLimit.OfMetres(500);
    private static readonly int Old = DemandGroups.IndexOf("age_60_up");

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 40)];

    private static int[] People(int all, int old) => [all, 0, 0, 0, old, old, 0];

    private static ServiceReach Reach(string service, int group, params int[] metres)
    {
        var nearest = new NearestFacility([.. metres.Select(m => m < 0 ? WalkCosts.Unreached : 1000 * m)], new int[metres.Length]);
        return new ServiceReach(service, group, new ServiceWalks(nearest, nearest, 1000), Limit);
    }

    private static IReadOnlyList<GapPatch> Find(District district, params ServiceReach[] services) => new GapPatches(
        district, b => new Point(district.Buildings.X[b], district.Buildings.Y[b]), services, PatchOptions.Default).Of(0);

    // A row of homes every 50 m, 40 people and 5 old ones each. The third is covered, but those on both sides of it are 100 m
    // apart: two patches. Of the last, in the next community, 40 people are too few.
    private static readonly District Row = WalkedTown.Of(
    [
        (0, 0, 0, People(40, 5)), (50, 0, 0, People(40, 5)), (100, 0, 0, People(40, 5)), (150, 0, 0, People(40, 5)),
        (200, 0, 0, People(40, 5)), (250, 0, 0, People(40, 6)), (300, 0, 1, People(40, 5)),
    ]);

    [Fact]
    public void HomesOutsideTheLimitBecomePatchesRankedByPeople()
    {
        var found = Find(Row, Reach("meals", Old, 900, 501, 500, 700, 800, 650, 600));
        Assert.Equal([[3, 4, 5], [0, 1], [6]], found.Select(p => p.Buildings));
        Assert.Equal([1, 2, null], found.Select(p => p.Rank));
        Assert.Equal([(16, 120), (10, 80), (5, 40)], found.Select(p => (p.People, p.AllPeople)));
        Assert.Equal([(800.0, 800.0), (900, 900), (600, 600)], found.Select(p => (p.WorstMetres!.Value, p.WorstSeconds!.Value)));
        Assert.Equal([3, 3, 4], found.Select(p => p.Community));
        Assert.Equal([true, true, false], found.Select(p => p.Outline is not null));
    }

    [Fact]
    public void AHomeThatReachesNothingHasNoLongestWalk()
    {
        var found = Find(Row, Reach("meals", Old, 0, 0, 0, 700, -1, 650, 0))[0];
        Assert.Equal((null, null, 5, 1), (found.WorstMetres, found.WorstSeconds, found.UnreachedPeople, found.UnreachedBuildings));
    }

    // In the patch of homes 3, 4, 5 live 16 old people: half of them, 8, are not reached by one home with 5, but by two. Of
    // children there are none, so that nothing can be missing for them.
    [Fact]
    public void AServiceIsMissingWhereHalfOfItsPeopleAreOutside()
    {
        var meals = Reach("meals", Old, 0, 0, 0, 700, 800, 650, 0);
        IReadOnlyList<string> Missing(params ServiceReach[] others) => Find(Row, [meals, .. others])[0].Missing;
        Assert.Equal(["meals"], Missing(Reach("health", Old, 0, 0, 0, 600, 0, 0, 0)));
        Assert.Equal(["meals", "health"], Missing(Reach("health", Old, 0, 0, 0, 600, 600, 0, 0)));
        Assert.Equal(["meals"], Missing(Reach("play", DemandGroups.IndexOf("age_3_6"), 900, 900, 900, 900, 900, 900, 900)));
    }

    [Fact]
    public void FewPeopleInManyPlacesOfACommunityAreOneRemainder()
    {
        var district = WalkedTown.Of(
            [(0, 0, 2, People(20, 1)), (500, 0, 2, People(20, 2)), (1000, 0, 2, People(0, 0)), (1500, 0, 3, People(49, 9))]);
        var found = Find(district, Reach("meals", Old, 600, 600, 600, 600));
        Assert.Equal([[0, 1], [3]], found.Select(p => p.Buildings));
        Assert.Equal([(5, 2, 3), (6, 1, 9)], found.Select(p => (p.Community, p.Pieces, p.People)));
        Assert.All(found, p => Assert.Equal((null, null), (p.Rank, p.Outline)));
    }

    [Fact]
    public void EverybodyCoveredOrNobodyThereLeavesNoPatch()
    {
        Assert.Empty(Find(Row, Reach("meals", Old, 0, 0, 0, 0, 0, 0, 500)));
        Assert.Empty(Find(WalkedTown.Of([(0, 0, 0, new int[7])]), Reach("meals", Old, 600)));
        Assert.Empty(Find(WalkedTown.Of([]), Reach("meals", Old)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void PatchesAndRemaindersAddUpToTheGapTableInEveryCommunity(int seed)
    {
        var random = new Random(seed);
        var side = random.Next(100, 900);
        var district = WalkedTown.Of(
        [
            .. Enumerable.Range(0, random.Next(1, 120)).Select(_ =>
                (random.NextDouble() * side, random.NextDouble() * side, random.Next(4), WalkedTown.People(random))),
        ]);
        ServiceReach[] services = [.. Pack.Default.Services.Take(4).Select(rule =>
        {
            var walks = WalkedTown.Walks(random, district.Buildings.Count);
            return new ServiceReach(rule.Code, DemandGroups.IndexOf(rule.Group), new(walks, walks, 1000), Limit);
        })];
        var found = Find(district, services);
        var walker = Pack.Default.FindProfile("planning")!;
        var gaps = GapTable.Make(
            district, "s", [.. DemandGroups.All.Select((_, g) => new[] { new GroupPart(g, walker) })],
            _ => services[0].Walks.Shortest, Limit);
        var group = DemandGroups.All[services[0].Group].Code;
        foreach (var gap in gaps.Where(g => g.Level == AreaLevel.Community && g.Denominator == Denominator.People))
        {
            var here = found.Where(p => p.Community == gap.Area).ToList();
            Assert.True(gap.Group != group || gap.Uncovered == here.Sum(p => p.People));
            Assert.True(gap.Group != "all" || gap.Uncovered == here.Sum(p => p.AllPeople));
        }

        Assert.Equal(found.Sum(p => p.Buildings.Length), found.SelectMany(p => p.Buildings).Distinct().Count());
        Assert.Equal(Enumerable.Range(1, found.Count(p => p.Rank is not null)), found.Where(p => p.Rank is not null).Select(p => p.Rank!.Value));
        Assert.All(found.Where(p => p.Rank is not null), p => Assert.True(p.AllPeople >= PatchOptions.Default.FewestPeople));
    }
}
