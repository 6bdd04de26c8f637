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
        var builder = new WalkNetworkBuilder();
        builder.AddStraightEdge(0, 1, 0, 0, 1000, 0);
        var network = builder.Build();
        var start = RandomTown.Linkage([[new LinkPosition(0, 400_000, 10_000)]]);
        var reached = ReachedEdges.Find(network, WalkCosts.Distance(network), start, [0], [60_000, 110_000], new(network));
        // 10 m of each limit go to reach the street.
        Assert.Equal(
            [(350_000, 450_000, 0), (300_000, 350_000, 1), (450_000, 500_000, 1)], Stretches(reached));
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
    public void TheStripsNestAndKeepTheirHoles()
    {
        var town = GridTown.Of(6, 100);
        var reached = ReachedEdges.Find(
            town.Network, WalkCosts.Distance(town.Network), town.Link((300, 300)), [0], [150_000, 300_000],
            new(town.Network));
        var strips = CorridorPolygons.Draw(town.Network, reached, 2);
        Assert.All(strips, s => Assert.True(s.IsValid));
        Assert.True(strips[1].Covers(strips[0]));
        Assert.False(strips[1].Contains(new NetTopologySuite.Geometries.Point(350, 350)), "the middle of a block is no street");
    }

    private static IEnumerable<(int, int, int)> Stretches(ReachedEdges reached) =>
        Enumerable.Range(0, reached.Edge.Length).Select(i => (reached.FromMm[i], reached.ToMm[i], reached.Band[i]));
}
