using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Isochrones;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Engine;

public class ReachedEdgesTests
{
    [Fact]
    public void AStreetIsCutExactlyWhereTheLimitEnds()
    {
        var network = Street(0);
        var start = RandomTown.Linkage([[new LinkPosition(0, 400_000, 10_000)]]);
        var reached = ReachedEdges.Find(network, WalkCosts.Distance(network), start, [0], [60_000, 110_000], new(network));
        // 10 m of each limit go to reach the street.
        Assert.Equal(
            [
                (300_000, 350_000, 110_000, 60_000, 1), (350_000, 400_000, 60_000, 10_000, 0),
                (400_000, 450_000, 10_000, 60_000, 0), (450_000, 500_000, 60_000, 110_000, 1),
            ],
            Stretches(reached).Order());
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(999_999, 999_999)]
    [InlineData(1_000_000, 1_000_000)]
    [InlineData(1_000_001, 1_000_000)]
    public void TheLimitItselfIsReachedAndNotAMillimetreMore(int limitMm, int reachedMm)
    {
        var network = Street(0);
        var start = RandomTown.Linkage([[new LinkPosition(0, 0, 0)]]);
        var reached = ReachedEdges.Find(network, WalkCosts.Distance(network), start, [0], [limitMm], new(network));
        Assert.Equal(reachedMm, Stretches(reached).Sum(s => s.To - s.From));
    }

    [Fact]
    public void AWaitIsSpreadAlongItsEdge()
    {
        // 1,000 m and 100 s at 1 m/s cost 1,100 m: after 550 m of budget half of the edge is behind.
        var network = Street(100_000);
        var start = RandomTown.Linkage([[new LinkPosition(0, 0, 0)]]);
        var reached = ReachedEdges.Find(network, WalkCosts.Time(network, new WalkerPace(1000)), start, [0], [550_000], new(network));
        Assert.Equal([(0, 500_000, 0, 550_000, 0)], Stretches(reached));
    }

    [Fact]
    public void TheStreetsOfAGridAddUpToADiamond()
    {
        const int blocks = 20;
        var town = GridTown.Of(blocks, 100);
        int[] limits = [300_000, 650_000];
        var reached = ReachedEdges.Find(
            town.Network, WalkCosts.Distance(town.Network), town.Link((1000, 1000)), [0], limits, new(town.Network));
        // k blocks far there are 4 k² whole streets between crossings, and 8 k + 4 begin there.
        Assert.Equal(4 * 9 * 100_000, Stretches(reached).Where(s => s.Band == 0).Sum(s => s.To - s.From));
        Assert.Equal((4 * 36 * 100_000) + (52 * 50_000), Stretches(reached).Sum(s => s.To - s.From));
    }

    [Fact]
    public void APositionIsReachedExactlyWhenTheOracleWalksThereInTime()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var town = new RandomTown(seed);
            var (starts, limits) = (town.Points(2), new[] { 15_000, 40_000, 90_000 });
            var reached = ReachedEdges.Find(
                town.Network, WalkCosts.Distance(town.Network), RandomTown.Linkage(starts), [0, 1], limits,
                new(town.Network));
            var oracle = new Oracle(town);
            foreach (var position in town.Points(10).Select(p => p[0] with { AccessMm = 0 }))
            {
                var cost = starts.Min(s => oracle.Cost(s, [position]));
                for (var band = 0; band < limits.Length; band++)
                {
                    var inside = Enumerable.Range(0, reached.Edge.Length).Any(i =>
                        reached.Edge[i] == position.Edge && reached.Band[i] <= band
                        && reached.FromMm[i] <= position.OffsetMm && position.OffsetMm <= reached.ToMm[i]);
                    // A stretch of a single point is not drawn; everywhere else drawing and walk agree.
                    Assert.True(inside == (cost <= limits[band]) || cost == limits[band], $"seed {seed} {position} {cost}");
                }
            }
        }
    }

    [Fact]
    public void TheCostsAtBothEndsOfAStretchAreTheOraclesAndRunEvenlyBetween()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var town = new RandomTown(seed);
            var starts = town.Points(2);
            var reached = ReachedEdges.Find(
                town.Network, WalkCosts.Distance(town.Network), RandomTown.Linkage(starts), [0, 1], [30_000, 80_000],
                new(town.Network));
            var oracle = new Oracle(town);
            int Cost(int edge, int offset) => starts.Min(s => oracle.Cost(s, [new LinkPosition(edge, offset, 0)]));
            foreach (var i in Enumerable.Range(0, reached.Edge.Length).Where(i => i % 3 == seed % 3))
            {
                var (edge, from, to) = (reached.Edge[i], reached.FromMm[i], reached.ToMm[i]);
                Assert.Equal(Cost(edge, from), reached.FromCostMm[i]);
                Assert.Equal(Cost(edge, to), reached.ToCostMm[i]);
                var middle = (reached.FromCostMm[i] + reached.ToCostMm[i]) / 2;
                Assert.InRange(Cost(edge, (from + to) / 2), middle - 1, middle + 1);
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void SlopesWaitsAndOneWayEdgesAreReachedJustAsBuildingsOnThem(bool towardsThePlaces)
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var town = new RandomTown(seed, hilly: true);
            var time = WalkCosts.Time(town.Network, new WalkerPace(1100, 0.6));
            var (costs, starts) = (towardsThePlaces ? time.Reversed : time, RandomTown.Linkage(town.Points(2)));
            int[] limits = [20_000, 70_000];
            var reached = ReachedEdges.Find(town.Network, costs, starts, [0, 1], limits, new(town.Network));
            List<LinkPosition> spots = [.. town.Points(40).Select(p => p[0] with { AccessMm = 0 })];
            spots.AddRange(Enumerable.Range(0, reached.Edge.Length).SelectMany(i => new LinkPosition[]
                { new(reached.Edge[i], reached.FromMm[i], 0), new(reached.Edge[i], reached.ToMm[i], 0) }));
            var walks = NearestFacility.Find(
                town.Network, costs, starts, [0, 1], RandomTown.Linkage(spots.Select(s => new[] { s })), limits[^1],
                new(town.Network));
            for (var s = 0; s < spots.Count; s++)
            {
                var on = Enumerable.Range(0, reached.Edge.Length).Where(i => reached.Edge[i] == spots[s].Edge
                    && reached.FromMm[i] <= spots[s].OffsetMm && spots[s].OffsetMm <= reached.ToMm[i]).ToList();
                for (var band = 0; band < limits.Length; band++)
                {
                    var inside = on.Any(i => reached.Band[i] <= band);
                    // A single point of an edge is no stretch: where walks from both ends of a one-way edge end, say.
                    Assert.True(inside == (walks.CostMm[s] <= limits[band]) || IsAlone(town, costs, starts, spots[s], limits[band]), $"seed {seed} {spots[s]} {walks.CostMm[s]}");
                }

                var ends = on.Where(i => reached.FromMm[i] == spots[s].OffsetMm).Select(i => reached.FromCostMm[i])
                    .Concat(on.Where(i => reached.ToMm[i] == spots[s].OffsetMm).Select(i => reached.ToCostMm[i]));
                // On a one-way edge the cost jumps at a start: a stretch that ends there has the cost on its own side.
                var isOneWay = town.Network.Edges.Passage[spots[s].Edge] != EdgePassage.Both;
                Assert.All(ends, c => Assert.True(c == walks.CostMm[s] || (isOneWay && c > walks.CostMm[s])));
            }
        }
    }

    // True where the places a millimetre to either side are beyond the limit.
    private static bool IsAlone(RandomTown town, WalkCosts costs, Linkage starts, LinkPosition spot, int limitMm)
    {
        LinkPosition[] besides = [spot with { OffsetMm = spot.OffsetMm - 1 }, spot with { OffsetMm = spot.OffsetMm + 1 }];
        var on = besides.Where(b => b.OffsetMm >= 0 && b.OffsetMm <= town.Network.Edges.LengthMm[b.Edge]).Select(b => new[] { b });
        return NearestFacility.Find(
            town.Network, costs, starts, [0, 1], RandomTown.Linkage(on), limitMm, new(town.Network))
            .CostMm.All(c => c == WalkCosts.Unreached);
    }

    private static WalkNetwork Street(int delayMs)
    {
        var builder = new WalkNetworkBuilder();
        builder.AddEdge(0, 1, 1_000_000, new(DelayMs: delayMs), [0, 1000], [0, 0]);
        return builder.Build();
    }

    private static IEnumerable<(int From, int To, int FromCost, int ToCost, int Band)> Stretches(ReachedEdges reached) =>
        Enumerable.Range(0, reached.Edge.Length).Select(i => (
            reached.FromMm[i], reached.ToMm[i], reached.FromCostMm[i], reached.ToCostMm[i], reached.Band[i]));
}
