using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Engine;

public class NearestFacilityTests
{
    [Fact]
    public void AGridTownReachesADiamondOfTwiceTheSquaredRadius()
    {
        // 60 blocks of 10 m; from the middle crossing a walk of r blocks reaches 2r(r + 1) + 1 crossings: the diamond
        // |dx| + |dy| <= r, of area 2r² in the limit.
        var town = GridTown.Of(60, 10);
        var crossings = town.Crossings(60);
        var nearest = Nearest(town, [(300, 300)], crossings);
        foreach (var r in new[] { 1, 5, 20, 30 })
        {
            Assert.Equal((2 * r * (r + 1)) + 1, nearest.CostMm.Count(c => c <= r * 10_000));
        }
    }

    [Fact]
    public void ACircleOverstatesTheGridTownByHalfOfPi()
    {
        var town = GridTown.Of(200, 5);
        var crossings = town.Crossings(200);
        var nearest = Nearest(town, [(500, 500)], crossings);
        const double radius = 450;
        var walked = nearest.CostMm.Count(c => c <= radius * 1000);
        var inCircle = crossings.Count(
            c => ((c.East - 500) * (c.East - 500)) + ((c.North - 500) * (c.North - 500)) <= radius * radius);
        Assert.Equal(Math.PI / 2, (double)inCircle / walked, 0.02);
    }

    [Fact]
    public void TheWalkIsTheLegsAndTheWayAlongTheStreets()
    {
        // From (130, 7) 30 m along the street to the crossing (100, 0), 200 m north, 40 m east to (140, 200), 9 m off it.
        var nearest = Nearest(GridTown.Of(3, 100), [(130, 7)], [(140, 209)]);
        Assert.Equal(7_000 + 30_000 + 200_000 + 40_000 + 9_000, nearest.CostMm[0]);
    }

    [Fact]
    public void TwoPlacesOnOneEdgeReachEachOtherAlongIt()
    {
        var nearest = Nearest(GridTown.Of(1, 1000), [(400, 0)], [(650, 3), (400, 0)]);
        Assert.Equal([253_000, 0], nearest.CostMm);
    }

    [Fact]
    public void TheLimitCounts()
    {
        var town = GridTown.Of(5, 100);
        var limit = CoverageLimit.OfMetres(300);
        var walks = new ServiceWalks(
            new NearestFacility([0, 300_000, 300_001, WalkCosts.Unreached], [0, 0, 0, NearestFacility.None]),
            new NearestFacility([0, 300_000, 300_001, WalkCosts.Unreached], [0, 0, 0, NearestFacility.None]), 1000);
        Assert.Equal([true, true, false, false], Enumerable.Range(0, 4).Select(b => walks.IsCovered(b, limit)));
        Assert.Equal(300_000, Nearest(town, [(0, 0)], [(300, 0)], 300_000).CostMm[0]);
        Assert.Equal(WalkCosts.Unreached, Nearest(town, [(0, 0)], [(300, 0)], 299_999).CostMm[0]);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(850)]
    [InlineData(750)]
    [InlineData(1200)]
    public void AMinuteLimitIsTheDistanceDerivedFromTheSpeedToTheMillimetre(int speedMmPerS)
    {
        var minutes = CoverageLimit.OfMinutes(15);
        var metres = CoverageLimit.OfMetres(minutes.Metres(speedMmPerS));
        Assert.Equal(minutes.CostMm(speedMmPerS), metres.CostMm(speedMmPerS));
        Assert.Equal(900.0, metres.Seconds(speedMmPerS), 6);
    }

    [Fact]
    public void TiesGoToTheLowerFacility()
    {
        var nearest = Nearest(GridTown.Of(4, 100), [(400, 0), (0, 0), (0, 0)], [(200, 0)]);
        Assert.Equal(0, nearest.Facility[0]);
        nearest = Nearest(GridTown.Of(4, 100), [(100, 400), (0, 0), (0, 0)], [(0, 0)]);
        Assert.Equal(1, nearest.Facility[0]);
    }

    [Fact]
    public void EveryWalkOfRandomTownsIsTheOracles()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var town = new RandomTown(seed);
            var (facilities, buildings) = (town.Points(3), town.Points(6));
            var oracle = new Oracle(town);
            var found = NearestFacility.Find(
                town.Network, WalkCosts.Distance(town.Network), RandomTown.Linkage(facilities), [0, 1, 2],
                RandomTown.Linkage(buildings), WalkCosts.LongestMm, new ShortestPathSearch(town.Network));
            for (var b = 0; b < buildings.Length; b++)
            {
                var costs = facilities.Select(f => oracle.Cost(f, buildings[b])).ToArray();
                Assert.True(costs.Min() == found.CostMm[b], $"seed {seed}, building {b}: {found.CostMm[b]}, oracle {costs.Min()}");
                var nearest = costs.Min() == WalkCosts.Unreached ? -1 : Array.IndexOf(costs, costs.Min());
                Assert.True(nearest == found.Facility[b], $"seed {seed}, building {b}: facility {found.Facility[b]}, oracle {nearest}");
            }
        }
    }

    [Fact]
    public void ABoundedSearchFindsWhatTheWholeOneFindsWithinTheLimit()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var town = new RandomTown(seed);
            var (facilities, buildings) = (RandomTown.Linkage(town.Points(2)), RandomTown.Linkage(town.Points(8)));
            var (costs, search) = (WalkCosts.Distance(town.Network), new ShortestPathSearch(town.Network));
            var whole = NearestFacility.Find(
                town.Network, costs, facilities, [0, 1], buildings, WalkCosts.LongestMm, search);
            foreach (var limit in new[] { 0, 10_000, 40_000, 90_000 })
            {
                var bounded = NearestFacility.Find(town.Network, costs, facilities, [0, 1], buildings, limit, search);
                Assert.Equal(whole.CostMm.Select(c => c <= limit ? c : WalkCosts.Unreached), bounded.CostMm);
            }
        }
    }

    [Fact]
    public void OneMoreFacilityNeverLengthensAWalk()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var town = new RandomTown(seed);
            var (facilities, buildings) = (RandomTown.Linkage(town.Points(4)), RandomTown.Linkage(town.Points(8)));
            var (costs, search) = (WalkCosts.Distance(town.Network), new ShortestPathSearch(town.Network));
            var few = NearestFacility.Find(
                town.Network, costs, facilities, [0, 1, 2], buildings, WalkCosts.LongestMm, search);
            var more = NearestFacility.Find(
                town.Network, costs, facilities, [0, 1, 2, 3], buildings, WalkCosts.LongestMm, search);
            Assert.All(Enumerable.Range(0, 8), b => Assert.True(more.CostMm[b] <= few.CostMm[b]));
        }
    }

    [Fact]
    public void MorePathsNeverLengthenAWalk()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var town = new RandomTown(seed);
            var (facilities, buildings) = (RandomTown.Linkage(town.Points(2)), RandomTown.Linkage(town.Points(8)));
            int[] Walks(WalkNetwork network) => NearestFacility.Find(
                network, WalkCosts.Distance(network), facilities, [0, 1], buildings, WalkCosts.LongestMm, new(network)).CostMm;
            Assert.All(Walks(town.Network).Zip(Walks(town.MorePaths)), pair => Assert.True(pair.Second <= pair.First, $"seed {seed}"));
        }
    }

    [Fact]
    public void TheOrderOfTheRowsChangesNoNumber()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var town = new RandomTown(seed);
            var (facilities, buildings) = (town.Points(4), town.Points(8));
            int[] Walks(IEnumerable<int> facilityOrder, IEnumerable<int> buildingOrder) => NearestFacility.Find(
                town.Network, WalkCosts.Distance(town.Network), RandomTown.Linkage(facilityOrder.Select(f => facilities[f])),
                [0, 1, 2, 3], RandomTown.Linkage(buildingOrder.Select(b => buildings[b])), WalkCosts.LongestMm,
                new(town.Network)).CostMm;
            var random = new Random(seed);
            int[] mixed = [.. Enumerable.Range(0, 8)];
            random.Shuffle(mixed);
            var mixedWalks = Walks([2, 0, 3, 1], mixed);
            Assert.Equal(mixed.Select(b => Walks([0, 1, 2, 3], Enumerable.Range(0, 8))[b]), mixedWalks);
        }
    }

    [Fact]
    public void NobodyWalksThroughAGatedCompound()
    {
        // Two streets joined only by a residents' path: 0 --street-- 1 --residents-- 2 --street-- 3.
        var builder = new WalkNetworkBuilder();
        builder.AddStraightEdge(0, 1, 0, 0, 100, 0);
        var inner = builder.AddStraightEdge(1, 2, 100, 0, 200, 0, new(ResidentsOnly: true));
        var far = builder.AddStraightEdge(2, 3, 200, 0, 300, 0);
        var network = builder.Build();
        var facility = RandomTown.Linkage([[new(0, 0, 0)]]);
        var places = RandomTown.Linkage([[new(inner, 40_000, 0)], [new(far, 50_000, 0)]]);
        var nearest = NearestFacility.Find(
            network, WalkCosts.Distance(network), facility, [0], places, WalkCosts.LongestMm, new(network));
        Assert.Equal([140_000, WalkCosts.Unreached], nearest.CostMm);

        // The resident in the middle leaves by either end.
        var home = RandomTown.Linkage([[new(inner, 40_000, 0)]]);
        var ends = RandomTown.Linkage([[new(0, 0, 0)], [new(far, 100_000, 0)]]);
        var out1 = NearestFacility.Find(
            network, WalkCosts.Distance(network), home, [0], ends, WalkCosts.LongestMm, new(network));
        Assert.Equal([140_000, 160_000], out1.CostMm);
    }

    [Fact]
    public void AWaitCountsInTimeAndNotInDistance()
    {
        var builder = new WalkNetworkBuilder();
        builder.AddEdge(0, 1, 100_000, new(DelayMs: 34_000), [0, 100], [0, 0]);
        var network = builder.Build();
        Assert.Equal(100_000, WalkCosts.Distance(network).ForwardMm[0]);
        Assert.Equal(100_000 + (34 * 850), WalkCosts.Time(network, new(850)).ForwardMm[0]);
    }

    private static NearestFacility Nearest(
        GridTown town, (double, double)[] facilities, (double, double)[] buildings, int limitMm = WalkCosts.LongestMm)
    {
        var (network, links) = (town.Network, town.Link(facilities));
        return NearestFacility.Find(
            network, WalkCosts.Distance(network), links, [.. Enumerable.Range(0, facilities.Length)],
            town.Link(buildings), limitMm, new ShortestPathSearch(network));
    }
}
