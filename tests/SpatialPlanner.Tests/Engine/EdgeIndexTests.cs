using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Engine;

public class EdgeIndexTests
{
    [Fact]
    public void ManyPointsAtOnceAreLinkedAsEachAlone()
    {
        var index = new EdgeIndex(new LotGrid(30, 8).Network);
        var random = new Random(8);
        var x = Enumerable.Range(0, 5000).Select(_ => (random.NextDouble() * 2200) - 200).ToArray();
        var y = Enumerable.Range(0, 5000).Select(_ => (random.NextDouble() * 2200) - 200).ToArray();
        var alone = x.Zip(y, (e, n) => index.Nearest(e, n, 100)).ToArray();
        Assert.Contains(null, alone);
        foreach (var threads in new[] { 1, 2, 8 })
        {
            Assert.Equal(alone, index.NearestOfAll(x, y, 100, threads));
        }

        Assert.Empty(index.NearestOfAll([], [], 100));
        Assert.Equal([index.Nearest(60, 3, 100)], index.NearestOfAll([60], [3], 100));
    }

    [Fact]
    public void TiesGoToTheLowerEdgeThatCounts()
    {
        // Four streets a cell or more apart, all 50 m from the middle; the last lies on the first.
        var builder = new WalkNetworkBuilder();
        builder.AddStraightEdge(0, 1, 0, 100, 100, 100);
        builder.AddStraightEdge(2, 3, 0, 0, 100, 0);
        builder.AddStraightEdge(4, 5, 0, 0, 0, 100);
        builder.AddStraightEdge(6, 7, 0, 100, 100, 100);
        var index = new EdgeIndex(builder.Build());
        Assert.Equal(new LinkPosition(0, 50_000, 50_000), index.Nearest(50, 50, 50));
        Assert.Equal(1, index.Nearest(50, 50, 50, new AtLeast(1))?.Edge);
        Assert.Equal(3, index.Nearest(50, 50, 50, new AtLeast(3))?.Edge);
        Assert.Null(index.Nearest(50, 50, 50, new AtLeast(4)));
        Assert.Null(index.Nearest(50, 50, 49.999));
    }

    private readonly struct AtLeast(int lowest) : IEdgeFilter
    {
        public bool Takes(int edge) => edge >= lowest;
    }
}
