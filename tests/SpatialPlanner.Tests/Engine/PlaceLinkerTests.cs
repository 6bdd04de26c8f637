using NetTopologySuite.Geometries;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Tests.Engine;

public class PlaceLinkerTests
{
    [Fact]
    public void TheNearestEdgeIsTheOneThatLookingAtAllOfThemFinds()
    {
        var random = new Random(5);
        for (var round = 0; round < 40; round++)
        {
            var builder = new WalkNetworkBuilder();
            var segments = Enumerable.Range(0, random.Next(1, 60)).Select(_ => (
                X1: random.NextDouble() * 900, Y1: random.NextDouble() * 900,
                X2: random.NextDouble() * 900, Y2: random.NextDouble() * 900)).ToArray();
            for (var e = 0; e < segments.Length; e++)
            {
                var s = segments[e];
                builder.AddStraightEdge(2 * e, (2 * e) + 1, s.X1, s.Y1, s.X2, s.Y2);
            }

            var index = new EdgeIndex(builder.Build());
            for (var p = 0; p < 50; p++)
            {
                var (x, y) = ((random.NextDouble() * 2400) - 700, (random.NextDouble() * 2400) - 700);
                var slow = segments.Min(s => Distance(s, x, y));
                var found = index.Nearest(x, y, 100);
                Assert.Equal(slow <= 100, found is not null);
                Assert.True(found is null || Math.Abs(found.Value.AccessMm - (slow * 1000)) <= 1);
                Assert.Equal(slow * 1000, index.Nearest(x, y, 1e6)!.Value.AccessMm, 1.0);
            }
        }
    }

    [Fact]
    public void AHomeBehindAWallLeavesByTheGateAndNotThroughTheWall()
    {
        // A street along the south wall 5 m away; the only gate is in the north, on another street.
        var builder = new WalkNetworkBuilder();
        var south = builder.AddStraightEdge(0, 1, 0, 0, 200, 0);
        var north = builder.AddStraightEdge(2, 3, 0, 110, 200, 110);
        var network = builder.Build();
        var wall = new CompoundWall(Box(50, 5, 150, 105), [new("g", new(100, 105), true)]);
        var linker = new PlaceLinker(network, new EdgeIndex(network), [wall], 100);

        var links = Links(linker, (100, 10), (20, 10));
        Assert.Equal(north, links.Edge[0]);
        Assert.Equal(95_000 + 5_000, links.AccessMm[0]);
        Assert.Equal(south, links.Edge[1]);
    }

    [Fact]
    public void AHomeTakesAPathInsideItsOwnWallAndNobodyElseDoes()
    {
        var builder = new WalkNetworkBuilder();
        var street = builder.AddStraightEdge(0, 1, 0, 0, 200, 0);
        var inner = builder.AddStraightEdge(1, 2, 60, 20, 140, 20);
        var network = builder.Build();
        var wall = new CompoundWall(Box(50, 5, 150, 105), [new("g", new(100, 5), true)]);
        var linker = new PlaceLinker(network, new EdgeIndex(network), [wall], 100);
        var links = Links(linker, (100, 30), (45, 20));
        Assert.Equal([inner, street], links.Edge);
    }

    [Fact]
    public void ACompoundWhoseGatesAreAllClosedIsNotLinked()
    {
        var builder = new WalkNetworkBuilder();
        builder.AddStraightEdge(0, 1, 0, 0, 200, 0);
        var network = builder.Build();
        var linker = new PlaceLinker(network, new EdgeIndex(network), [new CompoundWall(Box(50, 5, 150, 105), [new("g", new(100, 5), false)])], 100);
        Assert.Equal(LinkOutcome.NoOpenGate, linker.Link(100, 10, new LinkageBuilder()));
        Assert.Equal(LinkOutcome.TooFar, linker.Link(100, 300, new LinkageBuilder()));
    }

    [Fact]
    public void ASmallIslandIsTakenOnlyWhereTheMainNetworkIsOutOfReach()
    {
        var builder = new WalkNetworkBuilder();
        var main = builder.AddStraightEdge(0, 1, 0, 0, 200, 0);
        builder.AddStraightEdge(1, 2, 200, 0, 400, 0);
        var island = builder.AddStraightEdge(7, 8, 0, 60, 200, 60);
        var network = builder.Build();
        var links = Links(new PlaceLinker(network, new EdgeIndex(network), [], 100), (100, 50), (100, 130));
        Assert.Equal([main, island], links.Edge);
    }

    private static Linkage Links(PlaceLinker linker, params (double X, double Y)[] places)
    {
        var builder = new LinkageBuilder();
        foreach (var (x, y) in places)
        {
            linker.Link(x, y, builder);
            builder.EndPoint();
        }

        return builder.Build();
    }

    private static double Distance((double X1, double Y1, double X2, double Y2) s, double x, double y) =>
        new LineString([new(s.X1, s.Y1), new(s.X2, s.Y2)]).Distance(new Point(x, y));

    private static Geometry Box(double x1, double y1, double x2, double y2) =>
        new GeometryFactory().ToGeometry(new Envelope(x1, x2, y1, y2));
}
