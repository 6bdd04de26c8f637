using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Engine;

public class OriginDestinationMatrixTests
{
    [Fact]
    public void APairIsInTheMatrixWhereTheOracleFindsAWalkWithinTheLimit()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var town = new RandomTown(seed);
            var (origins, destinations) = (town.Points(4), town.Points(6));
            var oracle = new Oracle(town);
            foreach (var limit in new[] { 30_000, 80_000, WalkCosts.LongestMm })
            {
                var matrix = OriginDestinationMatrix.Find(
                    town.Network, WalkCosts.Distance(town.Network), RandomTown.Linkage(origins),
                    RandomTown.Linkage(destinations), limit);
                for (var o = 0; o < origins.Length; o++)
                {
                    var walks = destinations.Select((d, i) => (To: i, CostMm: oracle.Cost(origins[o], d)))
                        .Where(w => w.CostMm <= limit);
                    Assert.Equal(walks, Row(matrix, o));
                }
            }
        }
    }

    [Fact]
    public void OneWayEdgesCountInTheDirectionFromTheOrigins()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var town = new RandomTown(seed, hilly: true);
            var (origins, destinations) = (RandomTown.Linkage(town.Points(4)), RandomTown.Linkage(town.Points(6)));
            var costs = WalkCosts.Time(town.Network, new(1000));
            var matrix = OriginDestinationMatrix.Find(town.Network, costs, origins, destinations, WalkCosts.LongestMm);
            for (var o = 0; o < 4; o++)
            {
                var alone = NearestFacility.Find(
                    town.Network, costs, origins, [o], destinations, WalkCosts.LongestMm, new(town.Network));
                Assert.Equal(
                    alone.CostMm.Select((c, i) => (i, c)).Where(w => w.c != WalkCosts.Unreached), Row(matrix, o));
            }
        }
    }

    [Fact]
    public void TheNumberOfThreadsChangesNothing()
    {
        var town = new LotGrid(60, 5);
        var (origins, destinations) = (town.Points(150), town.Points(4000));
        var costs = WalkCosts.Distance(town.Network);
        var one = OriginDestinationMatrix.Find(town.Network, costs, origins, destinations, 600_000);
        var nodes = OriginDestinationMatrix.FindNodes(town.Network, costs, origins, 600_000);
        Assert.True(one.Column.Length > 10_000);
        foreach (var threads in new[] { 2, 8 })
        {
            AssertEqual(one, OriginDestinationMatrix.Find(town.Network, costs, origins, destinations, 600_000, threads));
            AssertEqual(nodes, OriginDestinationMatrix.FindNodes(town.Network, costs, origins, 600_000, threads));
        }
    }

    [Fact]
    public void TheOrderOfTheOriginsChangesNoNumber()
    {
        var town = new LotGrid(40, 6);
        var costs = WalkCosts.Distance(town.Network);
        var (origins, destinations) = (town.Points(50), town.Points(500));
        var turned = RandomTown.Linkage(Enumerable.Range(0, 50).Select(o => origins.LinksOf(49 - o)));
        var matrix = OriginDestinationMatrix.Find(town.Network, costs, origins, destinations, 800_000);
        var other = OriginDestinationMatrix.Find(town.Network, costs, turned, destinations, 800_000);
        for (var o = 0; o < 50; o++)
        {
            Assert.Equal(Row(matrix, o), Row(other, 49 - o));
        }
    }

    [Fact]
    public void ProgressRisesToAllOriginsAndCancellingStops()
    {
        var town = new LotGrid(20, 7);
        var (costs, points) = (WalkCosts.Distance(town.Network), town.Points(40));
        var told = new Told();
        OriginDestinationMatrix.Find(town.Network, costs, points, points, 500_000, 2, told);
        Assert.Equal(40, told.Values[^1]);
        Assert.Equal(told.Values.Order(), told.Values);
        foreach (var threads in new[] { 1, 2 })
        {
            Assert.ThrowsAny<OperationCanceledException>(() => OriginDestinationMatrix.Find(
                town.Network, costs, points, points, 500_000, threads, cancel: new CancellationToken(canceled: true)));
        }
    }

    [Fact]
    public void NothingGivesNothing()
    {
        var town = new LotGrid(3, 1);
        var costs = WalkCosts.Distance(town.Network);
        var none = RandomTown.Linkage([]);
        Assert.Equal(0, OriginDestinationMatrix.Find(town.Network, costs, none, none, 1000).RowCount);
        var unlinked = RandomTown.Linkage([[]]);
        Assert.Empty(OriginDestinationMatrix.Find(town.Network, costs, unlinked, town.Points(3), 100_000, 2).Column);
    }

    private static IEnumerable<(int To, int CostMm)> Row(SparseRows matrix, int row) =>
        matrix.Columns(row).ToArray().Zip(matrix.Costs(row).ToArray());

    private static void AssertEqual(SparseRows expected, SparseRows actual)
    {
        Assert.Equal(expected.First, actual.First);
        Assert.Equal(expected.Column, actual.Column);
        Assert.Equal(expected.CostMm, actual.CostMm);
    }

    private sealed class Told : IProgress<int>
    {
        public List<int> Values { get; } = [];

        public void Report(int value) => Values.Add(value);
    }
}
